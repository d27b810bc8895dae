package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * What losses say. Some links lose packets whatever is sent: where less does not help, losses are
 * the link's own, and only what is lost beyond them counts.
 */
final class LossLimit {

  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int WINDOW_PACKETS = 20;

  /** Beyond the link's own losses: no more is tried. */
  private static final double NOTICED = 0.05;

  /** And less is sent. */
  private static final double HIGH = 0.10;

  /** Cut to this part of what was, losses must have become fewer. */
  private static final double TRIED = 0.75;

  private static final double HELPED = 0.7;

  /** What is not sent is not lost: a cut of a rate that nobody uses would cut nothing. */
  private static final double SENT_MARGIN = 1.1;

  private static final double FEWER_WEIGHT = 0.05;

  private int arrived;
  private int missing;
  private long windowNanos;
  private double ratio;
  private double own;
  private double triedBitrate;
  private double triedRatio;

  LossLimit(long nowNanos) {
    windowNanos = nowNanos;
  }

  void arrived() {
    arrived++;
  }

  void missing() {
    missing++;
  }

  /** One that was counted as missing is there. */
  void late() {
    missing--;
    arrived++;
  }

  /** So many arrived and are missing, as is reported of many at a time. */
  void count(int there, int lost) {
    arrived += there;
    missing += lost;
  }

  /** The part that is lost beyond the link's own, of the last half second. */
  private double excess() {
    return Math.max(0, ratio - own);
  }

  /** What was lost until now was lost for another reason. */
  void forget(long nowNanos) {
    begin(nowNanos);
    ratio = 0;
  }

  /** Less is sent from now on: what of it is lost is to be seen. */
  void begin(long nowNanos) {
    arrived = 0;
    missing = 0;
    windowNanos = nowNanos;
  }

  boolean noticed() {
    return excess() > NOTICED;
  }

  /** Part of the packets that is lost. */
  double ratio() {
    return ratio;
  }

  /**
   * What is left of a rate.
   *
   * @param bitrate that may be sent
   * @param sent bits a second that are sent
   * @param queued whether packets wait: then losses are what did not fit into the queue
   * @return the same where losses say nothing new; more where they were found to be the link's own
   */
  double limit(double bitrate, double sent, boolean queued, long nowNanos) {
    int packets = arrived + missing;
    if (packets < WINDOW_PACKETS || nowNanos - windowNanos < WINDOW_NANOS) {
      return bitrate;
    }
    ratio = Math.max(0, (double) missing / packets);
    arrived = 0;
    missing = 0;
    windowNanos = nowNanos;
    if (ratio < own) {
      own -= (own - ratio) * FEWER_WEIGHT;
    }
    return excess() > HIGH ? cut(bitrate, sent, queued) : calm(bitrate);
  }

  private double cut(double bitrate, double sent, boolean queued) {
    if (triedBitrate == 0) {
      triedBitrate = bitrate;
      triedRatio = ratio;
    }
    if (bitrate <= TRIED * triedBitrate) {
      double before = triedBitrate;
      boolean helped = ratio < HELPED * triedRatio;
      triedBitrate = 0;
      if (!helped && !queued) {
        own = Math.max(own, Math.min(ratio, triedRatio));
        return before;
      }
    }
    return Math.min(bitrate, SENT_MARGIN * sent) * (1 - excess() / 2);
  }

  private double calm(double bitrate) {
    if (!noticed()) {
      triedBitrate = 0;
    }
    return bitrate;
  }
}
