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

  /** Before what packets waited least is forgotten. */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(6);

  /**
   * A download gives way when packets are lost, and the queue becomes shorter. Where it never does,
   * the others may be as we are, and all of us stand in what each takes for somebody else's: then
   * it is found out again.
   */
  private static final double STILL = 0.8;

  private double before;
  private boolean crowded;
  private double known;
  private long watchedNanos;
  private double least;
  private double most;
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
      begin(ofLate, 0);
    } else if (crowded && nowNanos - watchedNanos > AGAIN_NANOS) {
      if (least > STILL * most) {
        begin(ofLate, before);
      }
      watch(nowNanos);
    }
    if (!crowded && sent < YIELDED * before) {
      crowded = true;
      before = Math.max(before, known);
      watch(nowNanos);
    }
  }

  /** It is found out whether it helps to give way, and if not, so much is won back. */
  private void begin(double from, double won) {
    crowded = false;
    before = from;
    known = won;
  }

  private void watch(long nowNanos) {
    watchedNanos = nowNanos;
    least = Double.MAX_VALUE;
    most = 0;
  }

  /** So long packets wait at least. */
  void waited(double millis, long nowNanos) {
    least = Math.min(least, millis);
    most = Math.max(most, millis);
    boolean over = crowded ? nowNanos - lastNanos > ALONE_NANOS : millis < GONE_MILLIS;
    if (over) {
      leave();
    }
  }

  /** Nothing is known any more. */
  void leave() {
    begin(0, 0);
  }

  boolean crowded() {
    return crowded;
  }

  /** Bits a second that are not given up. */
  double floor() {
    return crowded ? YIELDED * before : 0;
  }

  /** Whether there is something to be won back. */
  boolean below(double bitrate) {
    return crowded && bitrate < before;
  }
}
