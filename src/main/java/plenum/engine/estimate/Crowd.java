package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * Whether others fill the queue, who take what we give up: a download does. It is so when we have
 * given way again and again, and packets wait as before. Then no more is given up for waiting
 * packets' sake, only for lost ones'.
 */
final class Crowd {

  /** Given up so much, a queue of our own would be gone. */
  private static final double YIELDED = 0.6;

  /** Arriving slower than this part of what is sent, our packets wait for one another. */
  private static final double BLOCKED = 0.7;

  /** A queue is gone. */
  private static final double GONE_MILLIS = 10;

  /** Others are gone when there was no reason to give way for so long. */
  private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private double before;
  private boolean crowded;
  private long lastNanos;

  /**
   * There is a reason to give way, again.
   *
   * @param ofLate bits a second that arrive just now
   * @param arriving in the last half second, as is what was sent
   */
  void queued(double ofLate, double arriving, double sent, long nowNanos) {
    lastNanos = nowNanos;
    if (before == 0 || crowded && arriving < BLOCKED * sent) {
      crowded = false;
      before = ofLate;
    }
    crowded |= sent < YIELDED * before;
  }

  /** So long packets wait at least. */
  void waited(double millis, long nowNanos) {
    boolean over = crowded ? nowNanos - lastNanos > ALONE_NANOS : millis < GONE_MILLIS;
    if (over) {
      leave();
    }
  }

  /** Nothing is known any more. */
  void leave() {
    crowded = false;
    before = 0;
  }

  boolean crowded() {
    return crowded;
  }

  /** Bits a second that are not given up. */
  double least() {
    return crowded ? YIELDED * before : 0;
  }

  /** Whether there is something to be won back. */
  boolean below(double bitrate) {
    return crowded && bitrate < before;
  }
}
