package plenum.engine.forward;

import java.util.concurrent.TimeUnit;

/**
 * Limits what one player's NACKs may cost: a packet again only after a round trip, and so many
 * packets a second in all. Without it a storm of NACKs multiplies itself.
 */
final class RetransmissionBudget {

  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  static final long MAX_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
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

  /**
   * Whether the packet was sent again already, and may not have arrived yet.
   *
   * @param roundTripNanos how long it takes until that is known; there is a {@link #PAUSE_NANOS
   *     least} and a {@link #MAX_PAUSE_NANOS most}
   */
  boolean isOnItsWay(int sequence16, long roundTripNanos, long nowNanos) {
    int slot = sequence16 & REMEMBERED - 1;
    long pause = Math.max(PAUSE_NANOS, Math.min(MAX_PAUSE_NANOS, roundTripNanos));
    return sequences[slot] == sequence16 + 1 && nowNanos - sentNanos[slot] < pause;
  }

  /** Whether one more packet may be sent again now; counts it if so. */
  boolean take(int sequence16, long nowNanos) {
    if (!rate.take(1, nowNanos)) {
      return false;
    }
    int slot = sequence16 & REMEMBERED - 1;
    sequences[slot] = sequence16 + 1;
    sentNanos[slot] = nowNanos;
    return true;
  }
}
