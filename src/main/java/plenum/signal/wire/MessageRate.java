package plenum.signal.wire;

/**
 * Permits {@code burst} things at once and {@code rate} a second in the long run. Not thread-safe.
 */
public final class MessageRate {

  private static final double NANOS = 1e9;

  private final double rate;
  private final double burst;
  private double tokens;
  private long last;

  /**
   * @param now in nanoseconds, as {@link System#nanoTime()} counts
   */
  public MessageRate(double rate, double burst, long now) {
    this.rate = rate;
    this.burst = burst;
    this.tokens = burst;
    this.last = now;
  }

  /** Whether one more is permitted now; then it is counted. */
  public boolean take(long now) {
    tokens = Math.min(burst, tokens + (now - last) * rate / NANOS);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
