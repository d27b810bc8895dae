package plenum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Times between marks, over all runs of a measurement. */
final class Intervals {

  private final Map<String, List<String>> told = new LinkedHashMap<>();
  private final List<Map<String, Double>> runs = new ArrayList<>();

  /**
   * Tells the time from one mark to another.
   *
   * @param from empty for time zero
   */
  Intervals tell(String what, String from, String to) {
    told.put(what, List.of(from, to));
    return this;
  }

  /** Adds one run's marks, as a page's script kept them. */
  void add(Object marks) {
    Map<String, Double> run = new LinkedHashMap<>();
    ((Map<?, ?>) marks)
        .forEach((name, time) -> run.put((String) name, ((Number) time).doubleValue()));
    runs.add(run);
  }

  int size() {
    return runs.size();
  }

  /** Prints the median, the fastest and the slowest run of each interval that any run had. */
  void print() {
    System.out.println("| milliseconds | median | fastest | slowest |\n|---|---|---|---|");
    told.forEach(
        (what, marks) -> {
          double[] sorted = sorted(marks.get(0), marks.get(1));
          if (sorted.length > 0) {
            System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
          }
        });
  }

  /** The median from one mark to another; not a number where no run had both. */
  double median(String from, String to) {
    double[] sorted = sorted(from, to);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private double[] sorted(String from, String to) {
    return runs.stream()
        .filter(marks -> marks.containsKey(to) && (from.isEmpty() || marks.containsKey(from)))
        .flatMapToDouble(marks -> DoubleStream.of(marks.get(to) - marks.getOrDefault(from, 0.0)))
        .sorted()
        .toArray();
  }
}
