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

  private static final long MISLED_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** Until the link is quiet again. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

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

  private Probe probe;
  private byte lastId;
  private long nextNanos;
  private long waitNanos = WAIT_NANOS;
  private long longestNanos = MAX_WAIT_NANOS;
  private long raisedNanos;
  private boolean raised;
  private boolean everCut;
  private boolean everEnded;
  private long proofNanos = PROOF_NANOS;

  /** What a short probe has shown and a long one has to, 0 for nothing. */
  private double toProve;

  private boolean proving;
  private boolean filled;

  /** Whether a long probe was not carried where a short one was. */
  private boolean shaped;

  private long sentNanos;
  private boolean wake;

  Probing(long nowNanos) {
    nextNanos = nowNanos;
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
    if (shaped) {
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
    if (ended.carried() && ended.result() > bitrate && everCut && !proving) {
      toProve = ended.result();
      nextNanos = nowNanos;
      return 0;
    }
    if (ended.carried() && ended.result() > bitrate) {
      nextNanos = nowNanos + SETTLE_NANOS;
      waitNanos = WAIT_NANOS;
      raised = true;
      raisedNanos = nowNanos;
    } else {
      again(nowNanos);
    }
    return ended.result();
  }

  /** Whether the last one was given up because the link was full of it. */
  boolean filled() {
    return filled;
  }

  private void again(long nowNanos) {
    nextNanos = nowNanos + waitNanos;
    waitNanos = Math.min(longestNanos, 2 * waitNanos);
  }

  /** The link was found to carry less than what is believed. */
  void cut(long nowNanos) {
    everCut = true;
    toProve = 0;
    if (raised && nowNanos - raisedNanos < MISLED_NANOS) {
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

  /** Something has arrived again after an outage. */
  void soon(long nowNanos) {
    probe = null;
    toProve = 0;
    waitNanos = WAIT_NANOS;
    nextNanos = nowNanos + SETTLE_NANOS;
  }
}
