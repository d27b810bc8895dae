package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RepairLimitTest {

  private static final long SECOND = 1_000_000_000L;

  private final RepairLimit limit = new RepairLimit();

  /** Bits a second that are sent again of an endless number of wishes. */
  private double storm(double bitrate, int seconds) {
    long bytes = 0;
    for (long now = SECOND; now < (1 + seconds) * SECOND; now += SECOND / 1000) {
      while (limit.take(1200, bitrate, now)) {
        bytes += 1200;
      }
    }
    return bytes * 8.0 / seconds;
  }

  @Test
  void aStormTakesHalfOfTheLink() {
    assertEquals(500_000, storm(1e6, 60), 10_000);
  }

  @Test
  void aLostKeyFrameComesAgainAtOnce() {
    for (int i = 0; i < 10; i++) {
      assertTrue(limit.take(1200, 60_000, SECOND));
    }
  }
}
