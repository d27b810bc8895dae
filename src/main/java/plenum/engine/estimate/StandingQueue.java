package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * How long packets wait on their way at least. Of each tenth of a second the quickest packet counts
 * alone: jitter delays some, a queue that stands delays all. The quickest of the last ten seconds
 * waited for nothing.
 */
final class StandingQueue {

  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int WINDOW_PACKETS = 3;
  private static final long HALF_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Two clocks go apart by so much at most; half a millisecond a second. */
  private static final double DRIFT = 0.0005;

  private static final long NONE = Long.MAX_VALUE;

  private long windowMin = NONE;
  private long windowNanos;
  private int windowPackets;
  private long half = NONE;
  private long halfBefore = NONE;
  private long halfNanos;
  private double millis;
  private double millisBefore;
  private double ever = Double.MAX_VALUE;
  private double everMillis;

  void clear() {
    half = NONE;
    halfBefore = NONE;
    windowMin = NONE;
    windowPackets = 0;
    millis = 0;
    millisBefore = 0;
    ever = Double.MAX_VALUE;
    everMillis = 0;
  }

  /** Takes how long a packet was on its way, with any constant added, in microseconds. */
  void add(long wayMicros, long nowNanos) {
    windowNanos = windowPackets == 0 ? nowNanos : windowNanos;
    windowPackets++;
    windowMin = Math.min(windowMin, wayMicros);
  }

  /** All packets of a feedback were taken. */
  void complete(long nowNanos) {
    if (windowPackets < WINDOW_PACKETS || nowNanos - windowNanos < WINDOW_NANOS / 2) {
      return;
    }
    if (nowNanos - halfNanos > HALF_NANOS) {
      halfBefore = half;
      half = NONE;
      halfNanos = nowNanos;
    }
    half = Math.min(half, windowMin);
    millisBefore = millis;
    ever = Math.min(ever + DRIFT * (nowNanos - windowNanos) / 1000.0, windowMin);
    everMillis = (windowMin - ever) / 1000.0;
    millis = (windowMin - Math.min(half, halfBefore)) / 1000.0;
    windowMin = NONE;
    windowPackets = 0;
  }

  /** Milliseconds. */
  double millis() {
    return millis;
  }

  /** Milliseconds, beside the quickest packet ever, as far as clocks can be trusted for so long. */
  double everMillis() {
    return everMillis;
  }

  /** Whether it is at least a tenth less than it was. */
  boolean falls() {
    return millis < 0.95 * millisBefore;
  }
}
