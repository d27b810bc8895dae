package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * A player's way through the network: what all connections of one page from one address share. Each
 * tells whether its packets wait; the rate is one for all of them.
 *
 * <p>The owner calls {@link #tick} when {@link #nextNanos} says so, and then sends the padding that
 * {@link #padding} asks for.
 */
public final class Link {

  /** Nobody who wants to tell anything is silent for so long. */
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** After so long without any feedback at all there will be none. */
  private static final long DUMB_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** So long after the first feedback the first probe is waited for. */
  private static final long FIRST_PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  private static final long PROOF_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What a growing queue has at least; less is jitter. */
  private static final double GROWN_MILLIS = 25;

  /** A queue that is too long, whether it grows or not. */
  private static final double LONG_MILLIS = 100;

  /** A queue of which nothing more is put into. */
  private static final double FULL_MILLIS = 50;

  private static final double RTT_WEIGHT = 0.2;

  /** So many times what was wanted before, something else is. */
  private static final double OTHER = 2;

  private final EstimateSettings settings;
  private final Flows flows = new Flows();
  private final RateControl rate;
  private final LossLimit loss;
  private final Probing probing;
  private final Crowd crowd = new Crowd();
  private final Regaining regaining = new Regaining();
  private boolean told;
  private boolean sentAnything;
  private boolean resting;
  private long sentNanos;
  private long firstSentNanos;
  private long toldNanos;
  private long firstToldNanos;
  private long halvedNanos;
  private double beforeSilence;

  /** What was sent earlier was sent at a rate that has been given up. */
  private long cutNanos = Long.MIN_VALUE;

  private long recoveredNanos = Long.MIN_VALUE;

  /** What was carried before an outage: tried first. */
  private double best;

  private long settledNanos;
  private double rttMillis = 100;
  private double wanted;

  /** Whether much more is wanted than before, and may be there. */
  private boolean hungry;

  private boolean padded = true;
  private boolean proved;
  private long provedNanos;

  /** A link of which nothing is known. */
  public Link(EstimateSettings settings, long nowNanos) {
    this.settings = settings;
    this.rate = new RateControl(settings, nowNanos);
    this.loss = new LossLimit(nowNanos);
    this.probing = new Probing(nowNanos);
    this.settledNanos = nowNanos;
  }

  /** One more connection. */
  public Flow open() {
    Flow flow = new Flow(this);
    flows.add(flow);
    return flow;
  }

  void close(Flow flow) {
    flows.remove(flow);
  }

  /** Whether no connection is left. */
  public boolean unused() {
    return flows.none();
  }

  /** Bits a second that all connections together may send. */
  public long bitrate() {
    return settings.bounded(rate.bitrate());
  }

  /** Whether a probe has just been carried, so that the rate is no guess. */
  public boolean proved(long nowNanos) {
    return proved && nowNanos - provedNanos < PROOF_NANOS;
  }

  /** Whether feedback has said anything yet. */
  public boolean told() {
    return told;
  }

  /**
   * Whether nothing has been found out yet, not even by a first probe: then nothing is held back,
   * so that somebody who comes by a link like most others sees at once what is wanted.
   */
  public boolean fresh(long nowNanos) {
    return !told
        || padded && !probing.experienced() && nowNanos - firstToldNanos < FIRST_PROBE_NANOS;
  }

  /** Whether it will say nothing any more: then nothing is known, and nothing is held back. */
  public boolean dumb(long nowNanos) {
    return !told && sentAnything && nowNanos - firstSentNanos > DUMB_NANOS;
  }

  /** Part of the packets that is lost, of the last half second. */
  public double lossRatio() {
    return loss.ratio();
  }

  /** Milliseconds from sending to feedback, the time included that feedback waited for company. */
  public double roundTripMillis() {
    return rttMillis;
  }

  /** Milliseconds that packets wait at least in the network. */
  public double queueMillis() {
    return flows.queueMillis(toldNanos);
  }

  /** Whether the owner can send padding; without it more is tried with media, and less often. */
  public void padded(boolean can) {
    padded = can;
  }

  /** Bits a second that would be sent if they were carried. */
  public void want(double bitrate) {
    if (bitrate < wanted / OTHER) {
      regaining.pause();
    }
    hungry |= bitrate > wanted * OTHER && bitrate > rate.bitrate();
    wanted = bitrate;
  }

  private boolean idle(long nowNanos) {
    return nowNanos - sentNanos > SILENCE_NANOS;
  }

  /**
   * Nothing is sent, so nothing is told: what was known of queues is over, and what was carried
   * before may be tried again.
   */
  private void rest(long nowNanos) {
    flows.clear();
    crowd.leave();
    rate.forget();
    regaining.forget();
    best = Math.max(best, beforeSilence);
    beforeSilence = 0;
    resting = true;
    probing.soon(nowNanos);
  }

  byte sending(int bytes, long nowNanos) {
    sentNanos = nowNanos;
    resting = false;
    if (!sentAnything) {
      sentAnything = true;
      firstSentNanos = nowNanos;
    }
    return probing.send(bytes, nowNanos);
  }

  void arrived(byte cluster, SentPackets.Fate fate, int bytes, long sentMicros, long arrival) {
    if (cluster > 0 && fate == SentPackets.Fate.ARRIVED) {
      probing.arrived(cluster, bytes, sentMicros, arrival);
    } else if (cluster == Probe.NONE && sentMicros * 1000 < cutNanos) {
      return;
    } else if (cluster == Probe.NONE && fate == SentPackets.Fate.ARRIVED) {
      loss.arrived();
    } else if (cluster == Probe.NONE && fate == SentPackets.Fate.LATE) {
      loss.late();
    }
  }

  void missing(byte cluster, long sentNanos) {
    if (cluster == Probe.NONE && sentNanos < Math.max(recoveredNanos, cutNanos)) {
      return; // Lost with all others in an outage, or for which less is sent already.
    }
    if (cluster == Probe.NONE) {
      loss.missing();
    } else {
      probing.missed(cluster);
    }
  }

  /**
   * A feedback of a connection was taken.
   *
   * @param roundTripNanos of its newest packet, negative if unknown
   */
  void told(Flow by, long roundTripNanos, long nowNanos) {
    firstToldNanos = told ? firstToldNanos : nowNanos;
    told = true;
    toldNanos = nowNanos;
    if (roundTripNanos >= 0) {
      rttMillis += RTT_WEIGHT * (roundTripNanos / 1e6 - rttMillis);
    }
    if (beforeSilence > 0) {
      recover(by, nowNanos);
    }
    conclude(nowNanos);
    adapt(by, nowNanos);
    double limited =
        loss.limit(rate.bitrate(), flows.sentRate(), queueMillis() > GROWN_MILLIS, nowNanos);
    if (limited < rate.bitrate()) {
      cut(nowNanos);
      rate.forget();
    }
    rate.set(limited);
  }

  /** What a probe has shown, if one has ended. */
  private void conclude(long nowNanos) {
    boolean probed = probing.running();
    double shown = probing.conclude(rate.bitrate(), nowNanos);
    if (probed && !probing.running() && probing.filled()) {
      settle(nowNanos); // The queue is the probe's own.
    }
    if (shown > rate.bitrate()) {
      raise(shown, nowNanos);
    }
  }

  private void adapt(Flow by, long nowNanos) {
    boolean settled = nowNanos >= settledNanos;
    boolean tooLong = tooLong(by);
    if (settled && (grows(by) || tooLong)) {
      crowd.queued(flows.arriving(true), flows.arriving(false), flows.sentRate(), nowNanos);
    }
    if (settled && (grows(by) || tooLong && !crowd.crowded())) {
      giveWay(by, nowNanos);
    } else if (settled && (isQuiet() || crowd.below(rate.bitrate()) && !loss.noticed())) {
      if (queueMillis() < GROWN_MILLIS) {
        rate.drained();
        regain(nowNanos);
      }
      if (rate.increase(flows.arriving(false), rttMillis, crowd.crowded(), nowNanos)) {
        probing.passed(nowNanos);
      }
    } else {
      rate.hold(nowNanos);
    }
    crowd.waited(by.queue().everMillis(), nowNanos);
  }

  private void regain(long nowNanos) {
    double before = regaining.regain(rate.bitrate(), nowNanos);
    if (before > 0) {
      best = Math.max(best, before);
      probing.soon(nowNanos);
    }
    if (!probing.running()) {
      regaining.carries(flows.arriving(false), nowNanos);
    }
  }

  private boolean isQuiet() {
    return flows.quiet(toldNanos, FULL_MILLIS) && !loss.noticed();
  }

  private static boolean grows(Flow by) {
    return by.usage() == Trend.Usage.GROWING && by.queue().millis() > GROWN_MILLIS;
  }

  private static boolean tooLong(Flow by) {
    return by.queue().millis() > LONG_MILLIS && !by.queue().falls();
  }

  private void giveWay(Flow by, long nowNanos) {
    rate.decrease(
        flows.arriving(true), flows.sentRate(), by.queue().millis(), crowd.floor(), nowNanos);
    cut(nowNanos);
    settle(nowNanos);
  }

  private void settle(long nowNanos) {
    settledNanos = nowNanos + SETTLE_NANOS + (long) (rttMillis * 1e6);
  }

  private void cut(long nowNanos) {
    probing.cut(flows.arriving(true), nowNanos);
    regaining.cut(nowNanos);
    loss.begin(nowNanos);
    cutNanos = nowNanos;
  }

  private void recover(Flow by, long nowNanos) {
    loss.forget(nowNanos);
    rate.forget();
    regaining.forget();
    by.clear();
    crowd.leave();
    recoveredNanos = nowNanos;
    probing.soon(nowNanos);
    best = beforeSilence;
    beforeSilence = 0;
  }

  /** To be called when {@link #nextNanos} says so, or more often. */
  public void tick(long nowNanos) {
    if (told && !resting && idle(nowNanos)) {
      rest(nowNanos);
    }
    if (told && silent(nowNanos)) {
      beforeSilence = beforeSilence == 0 ? rate.bitrate() : beforeSilence;
      halvedNanos = nowNanos;
      rate.set(rate.bitrate() / 2);
    }
    conclude(nowNanos);
    if (hungry && told) {
      hungry = false;
      best = Math.max(best, regaining.resume());
      probing.hungry(nowNanos);
    }
    if (told && beforeSilence == 0 && isQuiet() && nowNanos >= settledNanos) {
      probe(nowNanos);
    }
  }

  private void probe(long nowNanos) {
    if (padded) {
      boolean begun = probing.begin(rate.bitrate(), best, wanted, settings.max(), nowNanos);
      best = begun ? 0 : best;
      return;
    }
    double guess = probing.guess(rate.bitrate(), best, wanted, settings.max(), nowNanos);
    if (guess > 0) {
      best = 0;
      raise(guess, nowNanos);
    }
  }

  private void raise(double to, long nowNanos) {
    rate.set(to);
    rate.hold(nowNanos);
    proved = true;
    provedNanos = nowNanos;
  }

  private boolean silent(long nowNanos) {
    long silence = SILENCE_NANOS + (long) (2e6 * rttMillis);
    boolean early = nowNanos - toldNanos < silence || nowNanos - halvedNanos < SILENCE_NANOS;
    if (early || idle(nowNanos)) {
      return false;
    }
    return flows.waitSince(nowNanos - silence);
  }

  /** Bytes of a packet of padding to send now, 0 for none. */
  public int padding(long nowNanos) {
    return probing.padding(nowNanos);
  }

  /** When to call {@link #tick} again at the latest. */
  public long nextNanos(long nowNanos) {
    return Math.min(nowNanos + TICK_NANOS, Math.max(nowNanos, probing.dueNanos()));
  }
}
