package plenum.time;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Bounds how often something is done, for each of those who do it: so many times at once, and as
 * many within each window in the long run. Thread-safe. It remembers a bounded number of them; when
 * there are more, who did nothing for longest is forgotten.
 *
 * @param <K> who does it
 */
public final class Pace<K> {

  static final int CAPACITY = 10_000;

  private static final class Left {
    private double times;
    private long at;

    private Left(double times, long at) {
      this.times = times;
      this.at = at;
    }
  }

  private final IntSupplier limit;
  private final long windowNanos;
  private final LongSupplier nanoTime;

  /** The first to be forgotten is the first. */
  private final Map<K, Left> left = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most times at once, and within each window
   * @param windowNanos nanoseconds
   * @param nanoTime counts nanoseconds and never goes back, as {@link System#nanoTime}
   */
  public Pace(int most, long windowNanos, LongSupplier nanoTime) {
    this(() -> most, windowNanos, nanoTime);
  }

  /** The same, where the number of times may change. */
  public Pace(IntSupplier limit, long windowNanos, LongSupplier nanoTime) {
    this.limit = limit;
    this.windowNanos = windowNanos;
    this.nanoTime = Objects.requireNonNull(nanoTime, "a pace needs a clock");
  }

  /** Whether it may be done once more now; then it is counted. */
  public synchronized boolean take(K who) {
    long now = nanoTime.getAsLong();
    int most = limit.getAsInt();
    Left own = left.computeIfAbsent(who, first -> new Left(most, now));
    if (left.size() > CAPACITY) {
      left.remove(left.keySet().iterator().next());
    }
    own.times = Math.min(most, own.times + (now - own.at) * (double) most / windowNanos);
    own.at = now;
    if (own.times < 1) {
      return false;
    }
    own.times--;
    return true;
  }

  synchronized int size() {
    return left.size();
  }
}
