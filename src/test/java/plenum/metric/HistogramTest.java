package plenum.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private final Histogram waits = new Histogram("waits_seconds", "How long they waited", 0.25, 2);

  @Test
  void countsEachInAllThatFit() {
    waits.add(Duration.ofMillis(250));
    waits.add(Duration.ofMillis(251));
    waits.add(Duration.ofMinutes(1));
    assertEquals(
        """
        # TYPE waits_seconds histogram
        # HELP waits_seconds How long they waited
        waits_seconds_bucket{le="0.25"} 1
        waits_seconds_bucket{le="2.0"} 2
        waits_seconds_bucket{le="+Inf"} 3
        waits_seconds_sum 60.501
        waits_seconds_count 3
        """,
        waits.text());
  }

  @Test
  void isEmptyAtFirst() {
    assertEquals(0, waits.text().lines().filter(line -> line.matches("[^#].* [^0].*")).count());
  }

  @Test
  void tellsAllOfThemOneBehindTheOther() {
    Histograms all = new Histograms();
    assertEquals("", all.text());
    all.add(waits);
    all.add(new Histogram("others_seconds", "How long others waited", 1));
    assertEquals(2, all.text().lines().filter(line -> line.startsWith("# TYPE")).count());
  }
}
