package plenum.engine.estimate;

/**
 * The rate itself: up step by step, slowly near where the link was full; down to a part of what
 * arrives (draft-ietf-rmcat-gcc-02 section 5.5). Never far above what has arrived: what was not
 * sent proves nothing.
 */
final class RateControl {

  private static final double UP_PER_SECOND = 1.08;
  private static final double MIN_UP = 1_000;
  private static final double MIN_NEAR_UP = 4_000;
  private static final double PROVED = 1.25;
  private static final double PROVED_MARGIN = 20_000;
  private static final double PACKET_BITS = 1200 * 8.0;
  private static final double DOWN = 0.85;
  private static final double DOWN_LONG_QUEUE = 0.7;
  private static final double LONG_QUEUE_MILLIS = 150;
  private static final double MAX_PASSED_NANOS = 1e9;

  /** Arriving slower than this part of what is sent, packets wait for one another. */
  private static final double BLOCKED = 0.85;

  private final EstimateSettings settings;
  private final Capacity capacity = new Capacity();
  private double bitrate;
  private long changedNanos;

  /** What was carried when less was sent to empty the queue. */
  private double carried;

  RateControl(EstimateSettings settings, long nowNanos) {
    this.settings = settings;
    this.bitrate = settings.start();
    this.changedNanos = nowNanos;
  }

  double bitrate() {
    return bitrate;
  }

  void set(double to) {
    bitrate = settings.bounded(to);
  }

  /**
   * A little more may be sent.
   *
   * @param crowded whether the link was full of others' packets: then it was full at no rate
   * @return whether more arrives than when the link was full, for the first time since
   */
  boolean increase(double arriving, double rttMillis, boolean crowded, long nowNanos) {
    double seconds = Math.min(MAX_PASSED_NANOS, nowNanos - changedNanos) / 1e9;
    changedNanos = nowNanos;
    boolean passed = capacity.passedBy(arriving);
    double up =
        capacity.known() && !crowded
            ? Math.max(MIN_NEAR_UP, near(rttMillis)) * seconds
            : Math.max(MIN_UP * seconds, bitrate * (Math.pow(UP_PER_SECOND, seconds) - 1));
    double proved = PROVED * arriving + PROVED_MARGIN;
    if (bitrate < proved) {
      set(Math.min(bitrate + up, proved));
    }
    return passed;
  }

  /** The queue is empty: what was given up for that alone may be sent again. */
  void drained() {
    set(Math.max(bitrate, DOWN * carried));
    carried = 0;
  }

  /** What was carried then says nothing of what is carried now. */
  void forget() {
    carried = 0;
  }

  /** One packet for each time that it takes to see what it does. */
  private double near(double rttMillis) {
    double perFrame = bitrate / 30;
    double packet = perFrame / Math.ceil(perFrame / PACKET_BITS);
    return packet * 1000 / (2 * (rttMillis + 100));
  }

  /** Nothing is changed, and the time that passes is no reason for more. */
  void hold(long nowNanos) {
    changedNanos = nowNanos;
  }

  /**
   * The queue is long, or grows.
   *
   * @param arriving bits a second, 0 if not known
   * @param queueMillis that packets wait at least
   * @param least bits a second that are not given up
   */
  void decrease(double arriving, double sent, double queueMillis, double least, long nowNanos) {
    changedNanos = nowNanos;
    double part = queueMillis > LONG_QUEUE_MILLIS ? DOWN_LONG_QUEUE : DOWN;
    if (arriving == 0) {
      set(bitrate * part);
      return;
    }
    if (capacity.wellBelow(arriving)) {
      capacity.forget();
    }
    capacity.full(arriving);
    // All that is sent arrives: the queue is others', or of a moment, and half must do at first.
    double half = arriving < BLOCKED * sent ? 0 : bitrate / 2;
    double before = bitrate;
    set(Math.min(bitrate, Math.max(part * arriving, Math.max(half, least))));
    carried = Math.min(arriving, Math.max(carried, before));
  }
}
