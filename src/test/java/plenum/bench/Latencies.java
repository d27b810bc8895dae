package plenum.bench;

import java.util.Arrays;

/**
 * Percentiles of latencies, in milliseconds.
 *
 * @param count how many there are
 */
record Latencies(int count, double median, double p99, double worst) {

  static Latencies of(int[] micros) {
    int[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Latencies(
        sorted.length, percentile(sorted, 0.5), percentile(sorted, 0.99), percentile(sorted, 1));
  }

  private static double percentile(int[] sorted, double part) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1000.0;
  }
}
