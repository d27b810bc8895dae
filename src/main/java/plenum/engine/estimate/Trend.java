package plenum.engine.estimate;

/**
 * Whether delays grow: the slope of a line through the last accumulated delays, against a threshold
 * that follows what is usual on this link, so that others who fill the queue do not starve us
 * (draft-ietf-rmcat-gcc-02 section 5.4; the line in place of the draft's filter, as browsers have
 * it).
 */
final class Trend {

  /** What the queue does. */
  enum Usage {
    NORMAL,
    GROWING,
    DRAINING
  }

  private static final int WINDOW = 20;
  private static final double SMOOTHING = 0.9;
  private static final double GAIN = 4;
  private static final int MAX_DELTAS = 60;
  private static final double MIN_THRESHOLD = 6;
  private static final double MAX_THRESHOLD = 600;
  private static final double START_THRESHOLD = 12.5;

  /** Slopes this far above the threshold are no reason to get used to them. */
  private static final double OUTLIER = 15;

  private static final double UP = 0.0087;
  private static final double DOWN = 0.039;

  /** For so long it has to grow, in ms. */
  private static final double GROWING_MILLIS = 10;

  private final double[] times = new double[WINDOW];
  private final double[] delays = new double[WINDOW];
  private int deltas;
  private double firstArrival;
  private double accumulated;
  private double smoothed;
  private double threshold = START_THRESHOLD;
  private double updated;
  private double before;
  private double growing = -1;
  private int grown;
  private Usage usage = Usage.NORMAL;

  /** Forgets all but the threshold. */
  void clear() {
    deltas = 0;
    accumulated = 0;
    smoothed = 0;
    before = 0;
    growing = -1;
    grown = 0;
    usage = Usage.NORMAL;
  }

  Usage usage() {
    return usage;
  }

  /** Takes the deltas of two groups and when the later one arrived, in ms. */
  void add(double sentDelta, double arrivalDelta, double arrival) {
    if (deltas == 0) {
      firstArrival = arrival;
      updated = arrival;
    }
    accumulated += arrivalDelta - sentDelta;
    smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * accumulated;
    times[deltas % WINDOW] = arrival - firstArrival;
    delays[deltas % WINDOW] = smoothed;
    deltas++;
    double slope = deltas < WINDOW ? before : slope();
    judge(slope, sentDelta, arrival);
    before = slope;
  }

  private double slope() {
    double time = 0;
    double delay = 0;
    for (int i = 0; i < WINDOW; i++) {
      time += times[i] / WINDOW;
      delay += delays[i] / WINDOW;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < WINDOW; i++) {
      above += (times[i] - time) * (delays[i] - delay);
      below += (times[i] - time) * (times[i] - time);
    }
    return below == 0 ? before : above / below;
  }

  private void judge(double slope, double sentDelta, double arrival) {
    double scaled = Math.min(deltas, MAX_DELTAS) * slope * GAIN;
    if (scaled > threshold) {
      growing = growing < 0 ? sentDelta / 2 : growing + sentDelta;
      grown++;
      if (growing > GROWING_MILLIS && grown > 1 && slope >= before) {
        growing = 0;
        grown = 0;
        usage = Usage.GROWING;
      }
    } else {
      growing = -1;
      grown = 0;
      usage = scaled < -threshold ? Usage.DRAINING : Usage.NORMAL;
    }
    adapt(Math.abs(scaled), arrival);
  }

  private void adapt(double size, double arrival) {
    double passed = Math.max(0, Math.min(100, arrival - updated));
    updated = arrival;
    if (size <= threshold + OUTLIER) {
      double speed = size < threshold ? DOWN : UP;
      threshold += speed * (size - threshold) * passed;
      threshold = Math.max(MIN_THRESHOLD, Math.min(MAX_THRESHOLD, threshold));
    }
  }
}
