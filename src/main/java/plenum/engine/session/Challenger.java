package plenum.engine.session;

import java.util.concurrent.TimeUnit;

/**
 * Decides when another SSRC is a sender's new one, of which no BYE told: the present one has been
 * silent for much longer than it usually is, and the other has sent a run of packets meanwhile. So
 * two that send at once are never mixed, however seldom each of them sends.
 */
final class Challenger {

  /** So long is nobody silent who sends a picture or sound, even in silence (DTX: 400 ms). */
  static final long SILENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** However seldom the present one sends. */
  static final long SILENT_MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Packets that make a run. */
  static final int RUN = 3;

  private static final int USUAL = 3;
  private static final int FORGET = 16;

  private long heardNanos;
  private boolean heard;
  private long usualNanos;
  private int other;
  private int run;
  private long otherNanos;

  /** A packet of the present SSRC. */
  void heard(long nowNanos) {
    if (heard) {
      usualNanos = Math.max(nowNanos - heardNanos, usualNanos - usualNanos / FORGET);
    }
    heard = true;
    heardNanos = nowNanos;
    run = 0;
  }

  /** Another SSRC is the present one from now on. */
  void won() {
    heard = false;
    usualNanos = 0;
    run = 0;
  }

  /**
   * A packet of another SSRC.
   *
   * @return whether it is the sender's new one
   */
  boolean challenged(int from, long nowNanos) {
    if (run == 0 || from != other && nowNanos - otherNanos > SILENT_NANOS) {
      other = from;
      run = 0;
    }
    if (from == other) {
      run = Math.min(run + 1, RUN);
      otherNanos = nowNanos;
    }
    return from == other && run == RUN && nowNanos - heardNanos > patience();
  }

  private long patience() {
    return Math.min(SILENT_MOST_NANOS, Math.max(SILENT_NANOS, USUAL * usualNanos));
  }
}
