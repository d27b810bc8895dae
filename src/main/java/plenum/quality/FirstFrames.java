package plenum.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How long people waited for first pictures, counted as a histogram of Prometheus is. */
final class FirstFrames {

  private static final int[] BOUNDS = {250, 500, 1_000, 2_000, 4_000, 8_000, 16_000};
  private static final String ALL = "+Inf";
  private static final double MILLIS = 1_000;

  /** By upper bound; everybody is counted in all that fit. */
  private final Map<String, LongAdder> buckets = new LinkedHashMap<>();

  private final LongAdder sum = new LongAdder();

  FirstFrames() {
    for (int bound : BOUNDS) {
      buckets.put(seconds(bound), new LongAdder());
    }
    buckets.put(ALL, new LongAdder());
  }

  private static String seconds(int millis) {
    return millis % 1_000 == 0 ? "" + millis / 1_000 : "" + millis / MILLIS;
  }

  void add(int millis) {
    for (int bound : BOUNDS) {
      if (millis <= bound) {
        buckets.get(seconds(bound)).increment();
      }
    }
    buckets.get(ALL).increment();
    sum.add(millis);
  }

  /** The counts by upper bound in seconds. */
  Map<String, LongAdder> buckets() {
    return buckets;
  }

  long count() {
    return buckets.get(ALL).sum();
  }

  /** In seconds. */
  double sum() {
    return sum.sum() / MILLIS;
  }
}
