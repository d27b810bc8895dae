package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/** What has been sent within one budget of late. */
final class Spending {

  /** So much may wait: a key frame is ten times as large as other frames. */
  private static final double MOMENT_SECONDS = 0.15;

  /** With so much more than that nothing is left for pictures. */
  private static final double ALARM_SECONDS = 0.35;

  /** What is not shared out is averaged over so long. */
  private static final double OTHER_SECONDS = 2;

  private static final long OVER_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Bits a second that leave in the long run. */
  private final double steady;

  private long nanos;

  /** Bits in the bucket. */
  private double level;

  /** Bits a second of what is not shared out. */
  private double other;

  Spending(Pool pool, long nowNanos) {
    this.steady = Outlet.steady(pool);
    this.nanos = nowNanos;
  }

  void add(SiteBudget.Sent sent, long nowNanos) {
    double seconds = (nowNanos - nanos) / 1e9;
    nanos = nowNanos;
    double bits = 8.0 * (sent.media() + sent.other());
    double most = (MOMENT_SECONDS + ALARM_SECONDS) * steady;
    level = Math.max(0, Math.min(most, level + bits - steady * seconds));
    // Several loops report one after the other; each tells bytes, and time passes once.
    double kept = Math.exp(-seconds / OTHER_SECONDS);
    other = other * kept + 8.0 * sent.other() / OTHER_SECONDS;
  }

  /** Nobody has been in it for some time. */
  boolean isOver(long nowNanos) {
    return nowNanos - nanos > OVER_NANOS;
  }

  /** Bits a second that may be shared out now. */
  long left() {
    double excess = level / steady - MOMENT_SECONDS;
    double part = 1 - Math.max(0, excess) / ALARM_SECONDS;
    return (long) Math.max(0, steady * part - other);
  }
}
