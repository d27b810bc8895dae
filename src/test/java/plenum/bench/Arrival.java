package plenum.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A stream as it arrived at one page, told by {@code meeting-gaps.js}.
 *
 * @param gap the longest one in ms: of a picture a freeze, of sound what was made up in a row
 * @param still how long nothing came at most, in ms, to within a quarter of a second
 * @param values everything else
 */
record Arrival(boolean picture, double gap, double still, Map<String, Double> values) {

  private static final double LONGEST_FREEZE = 1000;
  private static final double LONGEST_SILENCE = 200;

  /** Looks come a quarter of a second after one another, and later on a busy machine. */
  private static final double BETWEEN_LOOKS = 500;

  private static final int FEW = 5;

  static Arrival of(Map<?, ?> told) {
    Map<String, Double> values = new HashMap<>();
    told.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            values.put((String) name, number.doubleValue());
          }
        });
    return new Arrival(
        "video".equals(told.get("kind")), values.get("gap"), values.get("still"), values);
  }

  /** Of the places for pictures that a page keeps free, most are nobody's. */
  boolean isUsed() {
    return !picture || values.get("lines") > 0;
  }

  /** Whether somebody could look at it, or listen, without being disturbed. */
  boolean isFluent() {
    double longest = picture ? LONGEST_FREEZE : LONGEST_SILENCE;
    return gap <= longest && still <= longest + BETWEEN_LOOKS;
  }

  /** A line for each kind: the mean, and the worst of all. */
  static void print(List<Arrival> all) {
    System.out.println(
        "| streams | kbit/s | packets/s | frames/s (each) | longest gap ms | longest still ms |"
            + " lost | lines, or ms made up |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (boolean picture : new boolean[] {true, false}) {
      List<Arrival> some = all.stream().filter(one -> one.picture == picture).toList();
      System.out.printf(
          Locale.ROOT,
          "| %s x %d | %.1f | %.1f | %.1f (%.1f to %.1f) | %.0f | %.0f | %.1f | %.0f |%n",
          picture ? "picture" : "sound",
          some.size(),
          mean(some, "kilobits"),
          mean(some, "packets"),
          mean(some, "frames"),
          some.stream().mapToDouble(one -> one.values.get("frames")).min().orElse(0),
          some.stream().mapToDouble(one -> one.values.get("frames")).max().orElse(0),
          worst(some, Arrival::gap),
          worst(some, Arrival::still),
          mean(some, "lost"),
          picture ? mean(some, "lines") : mean(some, "concealed"));
    }
    all.stream()
        .filter(one -> !one.isFluent())
        .sorted(Comparator.comparingDouble(Arrival::gap).reversed())
        .limit(FEW)
        .forEach(one -> System.out.println("not fluent: " + one));
  }

  private static double mean(List<Arrival> some, String value) {
    return some.stream().mapToDouble(one -> one.values.get(value)).average().orElse(0);
  }

  private static double worst(List<Arrival> some, ToDoubleFunction<Arrival> value) {
    return some.stream().mapToDouble(value).max().orElse(0);
  }
}
