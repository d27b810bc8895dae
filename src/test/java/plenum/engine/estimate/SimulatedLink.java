package plenum.engine.estimate;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/**
 * A bottleneck in deterministic time: a capacity that may change, a queue with a bound, a delay on
 * the way, losses by chance.
 */
public final class SimulatedLink {

  public static final long MILLI = 1_000_000;
  public static final long LOST = -1;

  private final LongToDoubleFunction capacity;
  private final long delayNanos;
  private final long queueNanos;
  private final double loss;
  private final LongUnaryOperator jitter;
  private final int bucket;
  private final Random random = new Random(7);
  private long freeNanos;
  private long lastArrival;

  /**
   * @param capacity bits a second by time in nanos
   * @param delayNanos one way
   * @param queueNanos how long packets wait at most; others are dropped
   * @param loss part of the packets that is lost by chance
   * @param jitter more delay by time in nanos; nothing overtakes
   */
  public SimulatedLink(
      LongToDoubleFunction capacity,
      long delayNanos,
      long queueNanos,
      double loss,
      LongUnaryOperator jitter) {
    this(capacity, delayNanos, queueNanos, loss, jitter, 0);
  }

  /**
   * @param bucket bytes that pass at once where the link was not used before, as of a shaper
   */
  public SimulatedLink(
      LongToDoubleFunction capacity,
      long delayNanos,
      long queueNanos,
      double loss,
      LongUnaryOperator jitter,
      int bucket) {
    this.capacity = capacity;
    this.delayNanos = delayNanos;
    this.queueNanos = queueNanos;
    this.loss = loss;
    this.jitter = jitter;
    this.bucket = bucket;
  }

  public static SimulatedLink of(double bitrate, long delayMillis, long queueMillis) {
    return new SimulatedLink(now -> bitrate, delayMillis * MILLI, queueMillis * MILLI, 0, now -> 0);
  }

  public long delayNanos() {
    return delayNanos;
  }

  /** How long a packet that comes now would wait. */
  public long waitNanos(long now) {
    return Math.max(0, freeNanos - now);
  }

  /** When a packet arrives that is sent now, {@link #LOST} for never. */
  public long send(int bytes, long now) {
    if (waitNanos(now) > queueNanos) {
      return LOST;
    }
    long saved = (long) (bucket * 8e9 / capacity.applyAsDouble(now));
    freeNanos = finish(Math.max(freeNanos, now - saved), bytes * 8.0);
    long left = Math.max(now, freeNanos);
    boolean lost = loss > 0 && random.nextDouble() < loss;
    lastArrival = Math.max(lastArrival, left + delayNanos + jitter.applyAsLong(left));
    return lost ? LOST : lastArrival;
  }

  /** Serves bits millisecond by millisecond, as the capacity is then. */
  private long finish(long from, double bits) {
    long at = from;
    double left = bits;
    while (true) {
      double perNano = capacity.applyAsDouble(at) / 1e9;
      long end = (at / MILLI + 1) * MILLI;
      double now = perNano * (end - at);
      if (now >= left && perNano > 0) {
        return at + (long) (left / perNano);
      }
      left -= now;
      at = end;
    }
  }
}
