package plenum.engine.estimate;

/** Where a link was full the last times: near there one goes slowly. */
final class Capacity {

  private static final double WEIGHT = 0.05;
  private static final double MIN_DEVIATION = 0.4;
  private static final double MAX_DEVIATION = 2.5;

  /** In kbit/s, 0 for not known. */
  private double mean;

  private double deviation = MIN_DEVIATION;

  /** The link was full at that rate. */
  void full(double bitrate) {
    double sample = bitrate / 1000;
    mean = mean == 0 ? sample : (1 - WEIGHT) * mean + WEIGHT * sample;
    double error = mean - sample;
    double next = (1 - WEIGHT) * deviation + WEIGHT * error * error / Math.max(mean, 1);
    deviation = Math.max(MIN_DEVIATION, Math.min(MAX_DEVIATION, next));
  }

  void forget() {
    mean = 0;
  }

  boolean known() {
    return mean > 0;
  }

  /** Whether the rate is well above where the link was full: that is forgotten then. */
  boolean passedBy(double bitrate) {
    boolean passed = mean > 0 && bitrate / 1000 > mean + spread();
    if (passed) {
      forget();
    }
    return passed;
  }

  private double spread() {
    return 3 * Math.sqrt(deviation * mean);
  }

  /** Whether the rate is well below where the link was full. */
  boolean wellBelow(double bitrate) {
    return mean > 0 && bitrate / 1000 < mean - spread();
  }
}
