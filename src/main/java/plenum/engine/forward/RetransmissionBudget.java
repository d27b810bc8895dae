package plenum.engine.forward;

import java.util.concurrent.TimeUnit;

/**
 * Limits what one player's NACKs may cost: a packet again only after a pause, and so many packets a
 * second in all. Without it a storm of NACKs multiplies itself.
 */
final class RetransmissionBudget {

  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  static final int PER_SECOND = 400;
  static final int BURST = 200;

  private static final int REMEMBERED = 256;

  /** What was sent last, by the low bits of its number; a collision only forgets. */
  private final int[] sequences = new int[REMEMBERED];

  private final long[] sentNanos = new long[REMEMBERED];
  private final TokenBucket rate;

  RetransmissionBudget(long nowNanos) {
    rate = new TokenBucket(PER_SECOND, BURST, nowNanos);
  }

  /** Whether the packet may be sent again now; counts it if so. */
  boolean take(int sequence16, long nowNanos) {
    int slot = sequence16 & REMEMBERED - 1;
    int mark = sequence16 + 1;
    if (sequences[slot] == mark && nowNanos - sentNanos[slot] < PAUSE_NANOS) {
      return false;
    }
    if (!rate.take(1, nowNanos)) {
      return false;
    }
    sequences[slot] = mark;
    sentNanos[slot] = nowNanos;
    return true;
  }
}
