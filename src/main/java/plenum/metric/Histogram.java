package plenum.metric;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, counted as a histogram of Prometheus is. Thread-safe. */
public final class Histogram {

  private static final double MICROS = 1_000_000;

  private final String name;
  private final String description;
  private final double[] bounds;

  /** What is within each bound and above the one before; the last is above all. */
  private final LongAdder[] counts;

  private final LongAdder micros = new LongAdder();

  /**
   * @param name as {@code /metrics} calls it; ends in {@code _seconds}
   * @param description of a line, for people
   * @param bounds in seconds, the least first
   */
  public Histogram(String name, String description, double... bounds) {
    this.name = name;
    this.description = description;
    this.bounds = bounds.clone();
    counts = new LongAdder[bounds.length + 1];
    Arrays.setAll(counts, i -> new LongAdder());
  }

  /** Once more, it took so long. */
  public void add(Duration took) {
    double seconds = took.toNanos() / 1e9;
    int at = 0;
    while (at < bounds.length && seconds > bounds[at]) {
      at++;
    }
    counts[at].increment();
    micros.add(took.toNanos() / 1_000);
  }

  /** As Prometheus reads it (its exposition format, 0.0.4). */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("# TYPE ").append(name).append(" histogram\n");
    text.append("# HELP ").append(name).append(' ').append(description).append('\n');
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i].sum();
      String bound = i < bounds.length ? Double.toString(bounds[i]) : "+Inf";
      text.append("%s_bucket{le=\"%s\"} %d\n".formatted(name, bound, count));
    }
    text.append(name).append("_sum ").append(micros.sum() / MICROS).append('\n');
    return text.append(name).append("_count ").append(count).append('\n').toString();
  }
}
