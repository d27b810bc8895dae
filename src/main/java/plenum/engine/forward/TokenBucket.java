package plenum.engine.forward;

/** Permits a steady rate with bursts of up to a bucket's content. Time is an input. */
public final class TokenBucket {

  private static final double NANOS = 1e9;

  private final double perNano;
  private final double burst;
  private double tokens;
  private long filledNanos;

  /**
   * A full bucket.
   *
   * @param perSecond tokens that it gains a second
   * @param burst tokens that it holds at most
   */
  public TokenBucket(double perSecond, double burst, long nowNanos) {
    this.perNano = perSecond / NANOS;
    this.burst = burst;
    this.tokens = burst;
    this.filledNanos = nowNanos;
  }

  /** Takes the amount, or nothing at all and answers false. */
  public boolean take(double amount, long nowNanos) {
    tokens = Math.min(burst, tokens + Math.max(0, nowNanos - filledNanos) * perNano);
    filledNanos = nowNanos;
    if (tokens < amount) {
      return false;
    }
    tokens -= amount;
    return true;
  }
}
