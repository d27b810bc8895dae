package plenum.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The histograms that {@code /metrics} tells of. They are kept here, since those of Payara are no
 * such: it counts its buckets anew from a sample of some thousand values, of which the older ones
 * are forgotten, and so what Prometheus reads would fall as time goes by.
 */
@ApplicationScoped
public class Histograms {

  private final List<Histogram> all = new CopyOnWriteArrayList<>();

  /** From now on it is told, too. */
  public void add(Histogram histogram) {
    all.add(histogram);
  }

  /** All of them, as Prometheus reads them. */
  public String text() {
    return all.stream().map(Histogram::text).collect(Collectors.joining());
  }
}
