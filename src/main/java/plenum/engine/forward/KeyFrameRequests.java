package plenum.engine.forward;

import java.util.concurrent.TimeUnit;

/**
 * When a publisher is asked for a key frame of one track: at once, but not again before a pause is
 * over. A wish during the pause is kept, and dropped when a key frame begins meanwhile, for that
 * one serves everybody who was waiting.
 */
final class KeyFrameRequests {

  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** A publisher that makes what it is asked for has done so by then. */
  static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private boolean began;
  private boolean asked;
  private boolean pending;
  private boolean answered;
  private long askedNanos;

  /** The next packet is the first one of its codec. */
  void begin() {
    began = false;
  }

  /**
   * A packet of the track has come. Video that does not begin with a key frame is of no use to
   * anybody yet, so one is needed.
   *
   * @param keyFrame whether a key frame begins in it
   * @return whether to ask the publisher now
   */
  boolean received(boolean keyFrame, long nowNanos) {
    boolean first = !began;
    began = true;
    if (keyFrame) {
      keyFrameBegan();
    }
    return first && !keyFrame && wanted(nowNanos);
  }

  /**
   * Somebody needs a key frame.
   *
   * @return whether to ask the publisher now
   */
  boolean wanted(long nowNanos) {
    pending = true;
    return due(nowNanos);
  }

  /** Whether a kept wish is to be passed on now. */
  boolean due(long nowNanos) {
    if (!pending || asked && nowNanos - askedNanos < PAUSE_NANOS) {
      return false;
    }
    pending = false;
    asked = true;
    answered = false;
    askedNanos = nowNanos;
    return true;
  }

  /** Whether one is asked for, or about to be, and may come soon. */
  boolean awaited(long nowNanos) {
    return pending || asked && !answered && nowNanos - askedNanos < ANSWER_NANOS;
  }

  /** The first packet of a key frame has come. */
  void keyFrameBegan() {
    pending = false;
    answered = true;
  }
}
