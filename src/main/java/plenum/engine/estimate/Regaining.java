package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * What a link carried before others came for a moment: where the queue is gone soon after, it is
 * tried at once, and not found again step by step.
 */
final class Regaining {

  /** What is carried is known after as long as that. */
  private static final double SUSTAINED_NANOS = 2e9;

  private static final double MOST_PASSED_NANOS = 1e9;

  /** Others who stay longer are no guests. */
  private static final long EPISODE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** So long no reason to give way has come: the queue of what was sent before is gone, too. */
  private static final long GONE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Tried is a little less than there was. */
  private static final double PART = 0.85;

  /** And no more than so many times what is sent: it may not be there any more. */
  private static final double MOST = 2;

  private double sustained;
  private long sustainedNanos;
  private double paused;
  private double lost;
  private long beganNanos;
  private long cutNanos;

  /** Nothing waits, and so many bits a second arrive. */
  void carries(double arriving, long nowNanos) {
    double passed = Math.min(MOST_PASSED_NANOS, nowNanos - sustainedNanos);
    sustainedNanos = nowNanos;
    sustained += (arriving - sustained) * (1 - Math.exp(-passed / SUSTAINED_NANOS));
  }

  /** Less is sent from now on. */
  void cut(long nowNanos) {
    if (lost == 0) {
      lost = sustained;
      beganNanos = nowNanos;
    }
    cutNanos = nowNanos;
  }

  /**
   * The queue is empty.
   *
   * @param bitrate that is sent now
   * @return what to try now, once; 0 for nothing
   */
  double regain(double bitrate, long nowNanos) {
    if (lost == 0 || nowNanos - cutNanos < GONE_NANOS) {
      return 0;
    }
    boolean brief = nowNanos - beganNanos < EPISODE_NANOS;
    double before = PART * lost;
    lost = 0;
    return brief && bitrate < before ? Math.min(before, MOST * bitrate) : 0;
  }

  /** Much less is wanted from now on. */
  void pause() {
    paused = Math.max(paused, sustained);
  }

  /** Much more is wanted again: what was carried before the pause, 0 for not known. */
  double resume() {
    double before = PART * paused;
    paused = 0;
    return before;
  }

  /** Nothing is known any more. */
  void forget() {
    sustained = 0;
    lost = 0;
  }
}
