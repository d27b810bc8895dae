package plenum.engine.net;

import java.util.concurrent.TimeUnit;

/** How fast a client takes what waits for it, once that is more than may wait. */
final class Pace {

  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final long leastBytes;
  private long queuedBytes;
  private boolean full;
  private long sinceNanos;
  private long takenBefore;

  /**
   * @param leastBytes to be taken within 5 s by a client for which more than may wait was due
   */
  Pace(long leastBytes) {
    this.leastBytes = leastBytes;
  }

  void queued(long bytes) {
    queuedBytes += bytes;
  }

  /** Something had to be dropped. */
  void full(long waiting, long nowNanos) {
    if (!full) {
      begin(waiting, nowNanos);
    }
  }

  private void begin(long waiting, long nowNanos) {
    full = true;
    sinceNanos = nowNanos;
    takenBefore = queuedBytes - waiting;
  }

  /** Whether it is too slow; asked some times a second. */
  boolean slow(long waiting, long nowNanos) {
    full &= waiting > 0;
    if (!full || nowNanos - sinceNanos < WINDOW_NANOS) {
      return false;
    }
    boolean tooSlow = queuedBytes - waiting - takenBefore < leastBytes;
    begin(waiting, nowNanos);
    return tooSlow;
  }
}
