package plenum.engine.rtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NackGeneratorTest {

  @Test
  void aRetransmissionIsOfUseOnceAndOnlyOfWhatIsMissing() {
    NackGenerator generator = new NackGenerator();
    assertFalse(generator.misses(65_534), "nothing has come yet");
    generator.received(65_534, 0);
    generator.received(1, 0);
    assertFalse(generator.misses(65_534) || generator.misses(1) || generator.misses(65_000));
    assertTrue(generator.misses(65_535) && generator.misses(0));
    generator.received(0, 5);
    assertFalse(generator.misses(0));
    assertTrue(
        generator.misses(2), "the last ones, of which nobody has noticed that they are lost");
    assertFalse(generator.misses(2 + NackGenerator.MAX_AHEAD));
  }

  @Test
  void asksLaterForWhatMayNotBeAskedForNow() {
    NackGenerator generator = new NackGenerator();
    generator.received(0, 0);
    generator.received(5, 0);
    int[] permitted = {3};
    assertEquals(List.of(1, 2, 3), generator.due(10, () -> permitted[0]-- > 0));
    assertEquals(List.of(4), generator.due(20));
  }

  private final NackGenerator generator = new NackGenerator();

  @Test
  void asksForAGapAcrossTheWrap() {
    generator.received(65_534, 0);
    generator.received(1, 0);
    assertEquals(List.of(65_535, 0), generator.due(10));
    assertFalse(generator.overflowed());
  }

  @Test
  void waitsForReorderedPackets() {
    generator.received(1, 0);
    generator.received(3, 0);
    assertEquals(List.of(), generator.due(9));
    generator.received(2, 9);
    assertEquals(List.of(), generator.due(10));
  }

  @Test
  void asksAgainUntilItGivesUp() {
    generator.received(1, 0);
    generator.received(3, 0);
    int asked = 0;
    for (long now = 0; now < 10_000; now += 5) {
      asked += generator.due(now).size();
    }
    assertEquals(NackGenerator.MAX_TRIES, asked);
  }

  @Test
  void doesNotAskFasterThanItsInterval() {
    generator.received(1, 0);
    generator.received(3, 0);
    assertEquals(List.of(2), generator.due(10));
    assertEquals(List.of(), generator.due(39));
    assertEquals(List.of(2), generator.due(40));
  }

  @Test
  void stopsAskingWhenTheRetransmissionCame() {
    generator.received(1, 0);
    generator.received(4, 0);
    assertEquals(List.of(2, 3), generator.due(10));
    generator.received(2, 20);
    assertEquals(List.of(3), generator.due(40));
  }

  /** Each second packet is lost once, and comes so long after it was first asked for. */
  private long answerAfter(long millis, int losses) {
    long now = 0;
    for (int n = 0; n < losses; n++) {
      generator.received(2 * n, now);
      generator.received(2 * n + 2, now);
      assertEquals(List.of(2 * n + 1), generator.due(now + 10));
      for (long later = now + 20; later < now + 10 + millis; later += 10) {
        generator.due(later);
      }
      now += 10 + millis;
      generator.received(2 * n + 1, now);
    }
    generator.received(2 * losses + 2, now);
    return now;
  }

  @Test
  void asksAgainWhenAnAnswerIsLostOnALongWay() {
    long now = answerAfter(400, 20);
    int asked = 0;
    for (long later = now; later < now + 1_100; later += 10) {
      asked += generator.due(later).size();
    }
    assertEquals(3, asked, "at once, and after each 500 ms");
  }

  @Test
  void asksSoonAgainWhereAnswersComeSoon() {
    answerAfter(400, 20);
    generator.received(1_000, 20_000);
    NackGenerator quick = generator;
    for (int n = 0; n < 3; n++) {
      quick.received(1_002 + 2 * n, 20_000 + n * 100);
      quick.due(20_010 + n * 100);
      quick.received(1_001 + 2 * n, 20_015 + n * 100);
    }
    quick.received(1_010, 30_000);
    assertEquals(List.of(1_007, 1_008, 1_009), quick.due(30_010));
    assertEquals(List.of(1_007, 1_008, 1_009), quick.due(30_040));
  }

  @Test
  void asksForAKeyFrameAfterALargeJump() {
    generator.received(1, 0);
    generator.received(2 + NackGenerator.MAX_MISSING, 0);
    assertEquals(List.of(), generator.due(1000));
    assertTrue(generator.overflowed());
    assertFalse(generator.overflowed());
  }

  @Test
  void givesTheOldestUpWhenTooManyAreMissing() {
    generator.received(0, 0);
    for (int n = 2; n <= 1_400; n += 2) {
      generator.received(n, 0);
    }
    List<Integer> due = generator.due(10);
    assertEquals(NackGenerator.MAX_MISSING, due.size());
    assertEquals(1_399, due.get(due.size() - 1));
    assertTrue(generator.overflowed());
  }

  @Test
  void followsASourceThatNumbersAnew() {
    generator.received(20_000, 0);
    generator.received(100, 0);
    generator.received(101, 0);
    assertTrue(generator.overflowed());
    generator.received(103, 0);
    assertEquals(List.of(102), generator.due(10));
  }

  @Test
  void staysBoundedUnderRandomSequenceNumbers() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      generator.received(random.nextInt(i % 2 == 0 ? 65_536 : 600), i);
      assertTrue(generator.due(i).size() <= NackGenerator.MAX_MISSING);
    }
  }
}
