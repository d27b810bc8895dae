package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * When to probe, and for what. Only for what somebody wants; at once where the last one was carried
 * and more is wanted; after a while where it was not.
 */
final class Probing {

  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Where probes were carried and what they promised was not. */
  private static final long MISLED_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** What was promised was more than what then arrives by so much. */
  private static final double MISLED = 1.1;

  private static final long MISLED_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** Until the link is quiet again. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Whoever gains so much has less than its share. */
  private static final double GAIN = 1.4;

  /** Until a smaller one is tried: the queue of the larger one is gone then. */
  private static final long SMALLER_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A probe that cannot be sent, or of which nothing is heard, is over then. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long WAKE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Where the link was full before: what a shaper lets pass at once is over by then. */
  private static final long PROOF_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long MAX_PROOF_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final double STEP = 2;

  /** Where short probes promise too much. */
  private static final double CAREFUL_STEP = 1.25;

  /** Before anything was found out, by what is taken for carried at the start. */
  private static final double FIRST_STEP = 4;

  /** More than is wanted, so that it fits with a margin. */
  private static final double MARGIN = 1.25;

  /** Whose first probe met somebody else's has another one. */
  private static final int EAGER = 2;

  private Probe probe;
  private byte lastId;
  private long nextNanos;
  private long waitNanos = WAIT_NANOS;
  private long longestNanos = MAX_WAIT_NANOS;
  private long raisedNanos;
  private long hungryNanos;

  /** So many next ones are as good as the first one: what was known is of another time. */
  private int eager;

  private boolean raised;
  private double raisedTo;
  private boolean everCut;
  private boolean everEnded;
  private long proofNanos = PROOF_NANOS;

  /** What a short probe has shown and a long one has to, 0 for nothing. */
  private double toProve;

  private boolean proving;
  private boolean filled;

  /** Whether a long probe was not carried where a short one was. */
  private boolean shaped;

  /** Whether the last short one was not carried, and a smaller one is to be tried. */
  private boolean careful;

  private long sentNanos;
  private boolean wake;

  Probing(long nowNanos) {
    nextNanos = nowNanos;
    hungryNanos = nowNanos;
  }

  /** The cluster that a packet which is sent now belongs to. */
  byte send(int size, long nowNanos) {
    if (sending()) {
      probe.send(size, nowNanos);
      sentNanos = nowNanos;
      wake = true;
      return probe.id();
    }
    wake = wake && nowNanos - sentNanos < WAKE_NANOS;
    return wake ? Probe.WAKE : Probe.NONE;
  }

  private boolean sending() {
    return probe != null && !probe.sent();
  }

  boolean running() {
    return probe != null;
  }

  /** Whether anything has been found out: by a probe, or because the link was full. */
  boolean experienced() {
    return everCut || everEnded;
  }

  /** Begins one if it is time for it and more than the rate is wanted; whether it did. */
  boolean begin(double bitrate, double best, double wanted, double max, long nowNanos) {
    double target = target(bitrate, best, wanted, max, nowNanos);
    if (target == 0) {
      return false;
    }
    lastId = (byte) (lastId % Byte.MAX_VALUE + 1);
    proving = toProve > 0;
    probe =
        proving
            ? new Probe(lastId, toProve, proofNanos(), proofNanos() / 2, nowNanos)
            : new Probe(lastId, target, nowNanos);
    toProve = 0;
    return true;
  }

  /** What to try now, 0 for nothing. */
  private double target(double bitrate, double best, double wanted, double max, long nowNanos) {
    double goal = Math.min(max, MARGIN * wanted);
    boolean now = probe == null && nowNanos >= nextNanos && goal > 1.05 * bitrate;
    return now ? Math.min(goal, Math.max(step() * bitrate, best)) : 0;
  }

  private long proofNanos() {
    return shaped ? MAX_PROOF_NANOS : proofNanos;
  }

  private double step() {
    if (shaped || careful) {
      return CAREFUL_STEP;
    }
    return experienced() ? STEP : FIRST_STEP;
  }

  /**
   * Where there is no padding, media itself must show what is carried: all that is wanted, until
   * the link was found to carry less for the first time.
   *
   * @return the rate to try it with, 0 for no other
   */
  double guess(double bitrate, double best, double wanted, double max, long nowNanos) {
    double known = everCut ? best : Double.MAX_VALUE;
    double target = target(bitrate, known, wanted, max, nowNanos);
    if (raised && nowNanos - raisedNanos >= MISLED_NANOS) {
      waitNanos = WAIT_NANOS; // What was tried last is carried.
      longestNanos = MAX_WAIT_NANOS;
    }
    if (target > 0) {
      nextNanos = nowNanos + waitNanos;
      raised = true;
      raisedNanos = nowNanos;
      raisedTo = target;
    }
    return target;
  }

  /** Bytes of a padding packet that is due, 0 if none is. */
  int padding(long nowNanos) {
    return sending() && nowNanos >= probe.dueNanos() ? probe.padding() : 0;
  }

  /** When a padding packet is due, {@link Long#MAX_VALUE} for never. */
  long dueNanos() {
    return sending() ? probe.dueNanos() : Long.MAX_VALUE;
  }

  void arrived(byte cluster, int size, long sent, long arrival) {
    if (probe != null && probe.id() == cluster) {
      probe.arrived(size, sent, arrival);
    }
  }

  void missed(byte cluster) {
    if (probe != null && probe.id() == cluster) {
      probe.missed();
    }
  }

  /**
   * Ends a probe of which all is known, or that waited too long.
   *
   * @param bitrate what is believed without it
   * @return what it showed, 0 for nothing
   */
  double conclude(double bitrate, long nowNanos) {
    boolean late = probe != null && nowNanos - probe.lastNanos() > PATIENCE_NANOS;
    if (probe == null || !probe.complete() && !late) {
      return 0;
    }
    Probe ended = probe;
    probe = null;
    everEnded = true;
    filled = ended.fills();
    if (!ended.conclusive()) {
      again(nowNanos);
      return 0;
    }
    shaped = proving ? !ended.carried() : shaped;
    boolean first = eager > 0 || !everCut;
    eager = ended.result() > bitrate ? 0 : Math.max(0, eager - 1);
    return ended.carried() && ended.result() > bitrate
        ? carried(ended, first, nowNanos)
        : notCarried(ended, first, bitrate, nowNanos);
  }

  private double carried(Probe ended, boolean first, long nowNanos) {
    if (!first && !proving) {
      toProve = ended.result();
      nextNanos = nowNanos;
      return 0;
    }
    nextNanos = nowNanos + SETTLE_NANOS;
    waitNanos = WAIT_NANOS;
    raised = true;
    raisedNanos = nowNanos;
    raisedTo = ended.result();
    careful = false;
    return ended.result();
  }

  /**
   * What arrives of a probe that fills a link is more than its share there, if others use it: where
   * the link was full before, a smaller one is tried.
   */
  private double notCarried(Probe ended, boolean first, double bitrate, long nowNanos) {
    boolean believed = first || ended.result() > GAIN * bitrate;
    if (!believed && !proving && !careful && !shaped) {
      careful = true;
      nextNanos = nowNanos + SMALLER_NANOS;
      return 0;
    }
    careful = false;
    again(nowNanos);
    return believed ? ended.result() : 0;
  }

  /** Whether the last one was given up because the link was full of it. */
  boolean filled() {
    return filled;
  }

  private void again(long nowNanos) {
    nextNanos = nowNanos + waitNanos;
    waitNanos = Math.min(longestNanos, 2 * waitNanos);
  }

  /**
   * The link was found to carry less than what is believed.
   *
   * @param arriving bits a second just now
   */
  void cut(double arriving, long nowNanos) {
    everCut = true;
    toProve = 0;
    if (raised && raisedTo > MISLED * arriving && nowNanos - raisedNanos < MISLED_NANOS) {
      proofNanos = Math.min(MAX_PROOF_NANOS, 2 * proofNanos);
      longestNanos = Math.min(MISLED_WAIT_NANOS, 2 * longestNanos);
      waitNanos = longestNanos;
    } else if (raised) {
      longestNanos = MAX_WAIT_NANOS;
      proofNanos = PROOF_NANOS;
    }
    raised = false;
    nextNanos = Math.max(nextNanos, nowNanos + waitNanos);
  }

  /** Much more is wanted than before; not each time that somebody changes their mind. */
  void hungry(long nowNanos) {
    if (nowNanos - hungryNanos >= MAX_WAIT_NANOS) {
      hungryNanos = nowNanos;
      nextNanos = Math.min(nextNanos, nowNanos);
      eager = EAGER;
    }
  }

  /** More is carried than ever since the link was full: it may be much more. */
  void passed(long nowNanos) {
    nextNanos = Math.min(nextNanos, nowNanos + SETTLE_NANOS);
  }

  /** Something has arrived again after an outage. */
  void soon(long nowNanos) {
    probe = null;
    toProve = 0;
    waitNanos = WAIT_NANOS;
    nextNanos = nowNanos + SETTLE_NANOS;
  }
}
