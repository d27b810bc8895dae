package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PublisherLimitTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long BITRATE = 8_000_000;

  /** How many of these packets pass in ten seconds. */
  private static int passed(long bitrate, int perSecond, int length) {
    PublisherLimit limit = new PublisherLimit(bitrate, 0);
    int passed = 0;
    for (int i = 0; i < 10 * perSecond; i++) {
      passed += limit.permits(length, i * SECOND / perSecond) ? 1 : 0;
    }
    return passed;
  }

  @Test
  void permitsVideoAtTheWholeBitrate() {
    assertEquals(8_300, passed(BITRATE, 830, 1_200));
  }

  @Test
  void dropsBitsAboveTheBitrate() {
    int passed = passed(BITRATE, 2_000, 1_200);
    assertTrue(passed * 1_200L * 8 <= 10.6 * BITRATE, passed + " packets");
  }

  @Test
  void dropsFloodsOfTinyPackets() {
    int passed = passed(BITRATE, 50_000, 13);
    assertTrue(passed <= 36_000, passed + " packets");
  }

  @Test
  void permitsSoundWhereTheBitrateIsSmall() {
    assertEquals(1_000, passed(100_000, 100, 90));
  }
}
