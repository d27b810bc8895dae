package plenum.engine.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceExtenderTest {

  private final SequenceExtender extender = new SequenceExtender();

  @Test
  void startsWithTheFirstNumber() {
    assertEquals(40_000, extender.extend(40_000));
  }

  @Test
  void goesOnAcrossTheWrap() {
    extender.extend(65_535);
    assertEquals(65_536, extender.extend(0));
    assertEquals(65_535, extender.extend(65_535));
    assertEquals(65_537, extender.extend(1));
  }

  @Test
  void placesAnOvertakenNumberBeforeTheFirst() {
    extender.extend(0);
    assertEquals(-1, extender.extend(65_535));
  }

  @Test
  void followsAReorderedSequenceOverManyWraps() {
    Random random = new Random(7);
    extender.extend(0);
    for (long n = 1; n < 1_000_000; n += 1 + random.nextInt(100)) {
      long late = Math.max(0, n - random.nextInt(1_000));
      assertEquals(n, extender.extend((int) n & 0xffff));
      assertEquals(late, extender.extend((int) late & 0xffff));
    }
  }
}
