package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedFlows.between;
import static plenum.engine.estimate.SimulatedFlows.sum;
import static plenum.engine.estimate.SimulatedLink.MILLI;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test cases of RFC 8867 in which somebody downloads beside a flow, over 2 Mbit/s. */
class DownloadsTest {

  private static final double CAPACITY = 2e6;

  private final SimulatedFlows flows = new SimulatedFlows();

  /**
   * Section 5.6: a download without an end fills the queue, and takes most of the link; what is
   * left is sound and a small picture, and the download is not starved either.
   */
  @ParameterizedTest
  @CsvSource({"300, false", "300, true", "1000, false", "1000, true"})
  void aLongDownload(int queueMillis, boolean before) {
    flows.over(new SimulatedLink(at -> CAPACITY, 50 * MILLI, queueMillis * MILLI, 0, at -> 0));
    if (!before) {
      flows.flow(at -> 1.5e6);
    }
    flows.until(before ? 0 : 5);
    SimulatedTcp download = flows.download(Long.MAX_VALUE);
    flows.until(5);
    if (before) {
      flows.flow(at -> 1.5e6);
    }
    flows.until(20);
    long bytes = download.bytes;
    between(60_000, 1.2e6, sum(flows.until(120)));
    assertTrue((download.bytes - bytes) * 8 / 100.0 > 0.5e6, "nor is the download starved");
  }

  /**
   * Section 5.7: downloads of some hundred kilobytes come and go. They fill the queue, whatever is
   * given up for it; after each of them the rate comes back.
   */
  @Test
  void seldomDownloads() {
    flows.over(at -> CAPACITY);
    flows.flow(at -> 1.5e6);
    Random random = new Random(17);
    flows.until(10);
    double all = 0;
    for (int i = 0; i < 6; i++) {
      flows.download(100_000 + random.nextInt(400_000));
      all += sum(flows.until(10 + 20 * i + 10));
      between(1.3e6, 1.52e6, sum(flows.until(10 + 20 * (i + 1))));
    }
    assertTrue(all / 6 > 0.9e6, "while it lasts, and shortly after: " + all / 6);
  }

  /** Those that come again before the rate was back do not press it down further each time. */
  @ParameterizedTest
  @ValueSource(ints = {17, 18, 19, 20})
  void oftenDownloads(int seed) {
    flows.over(at -> CAPACITY);
    flows.flow(at -> 1.5e6);
    Random random = new Random(seed);
    flows.until(10);
    double all = 0;
    for (int i = 0; i < 12; i++) {
      flows.download(100_000 + random.nextInt(400_000));
      all += sum(flows.until(10 + 10 * (i + 1))) / 12;
    }
    assertTrue(all > 1e6, "downloads each 10 s: " + all);
    all = 0;
    for (int i = 0; i < 24; i++) {
      flows.download(100_000 + random.nextInt(400_000));
      all += sum(flows.until(130 + 5 * (i + 1))) / 24;
    }
    assertTrue(all > 0.35e6, "downloads each 5 s: " + all);
  }
}
