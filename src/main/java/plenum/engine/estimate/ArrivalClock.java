package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * The clock by which a player tells arrivals: 24 bits of 64 ms that begin anew every twelve days,
 * and jump where the machine slept.
 */
final class ArrivalClock {

  private static final int REFERENCE_MICROS = 64_000;

  /** Nothing that a network does; the clock is another one now. */
  private static final long JUMP_MICROS = TimeUnit.SECONDS.toMicros(3);

  private boolean started;
  private boolean jumped;
  private long reference;
  private long behindMicros;

  /**
   * A feedback's reference time as one that goes on, in microseconds.
   *
   * @param reference24 as it was told, 24 bits signed
   * @param nowNanos when it came, on our clock
   */
  long micros(int reference24, long nowNanos) {
    reference = started ? reference + (reference24 - (int) reference << 8 >> 8) : reference24;
    long micros = reference * REFERENCE_MICROS;
    long behind = TimeUnit.NANOSECONDS.toMicros(nowNanos) - micros;
    jumped = started && Math.abs(behind - behindMicros) > JUMP_MICROS;
    behindMicros = behind;
    started = true;
    return micros;
  }

  /** Whether arrivals before the last one asked for say nothing of those after it. */
  boolean jumped() {
    return jumped;
  }
}
