package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BitrateLadderTest {

  private static boolean downAndSettled(BitrateLadder ladder) {
    boolean less = ladder.down();
    ladder.settled();
    return less;
  }

  @Test
  void goesDownStepByStepAndNeverBelowTheLowest() {
    BitrateLadder ladder = new BitrateLadder(20);
    assertEquals(100, ladder.percent());
    assertTrue(ladder.isIdle());
    assertTrue(downAndSettled(ladder));
    assertEquals(60, ladder.percent());
    assertTrue(downAndSettled(ladder));
    assertTrue(downAndSettled(ladder));
    assertEquals(20, ladder.percent());
    assertFalse(downAndSettled(ladder));
    assertEquals(20, ladder.percent());
  }

  @Test
  void endsAtWhatTheSitePermits() {
    BitrateLadder ladder = new BitrateLadder(50);
    downAndSettled(ladder);
    downAndSettled(ladder);
    downAndSettled(ladder);
    assertEquals(50, ladder.percent());
    assertFalse(new BitrateLadder(100).down());
  }

  @Test
  void waitsForTheEffectOfAStepBeforeTheNext() {
    BitrateLadder ladder = new BitrateLadder(20);
    assertTrue(ladder.down());
    assertFalse(ladder.down());
    ladder.settled();
    assertTrue(ladder.down());
  }

  @Test
  void triesWhatFailedLaterAndLater() {
    BitrateLadder ladder = new BitrateLadder(20);
    downAndSettled(ladder);
    for (int seconds = 10; seconds <= 160; seconds *= 2) {
      assertEquals(Duration.ofSeconds(seconds), ladder.patience());
      assertTrue(ladder.calm());
      assertEquals(100, ladder.percent());
      downAndSettled(ladder);
    }
    assertEquals(Duration.ofSeconds(160), ladder.patience());
  }

  @Test
  void isAsPatientAsAtFirstWhenSomethingLasted() {
    BitrateLadder ladder = new BitrateLadder(20);
    downAndSettled(ladder);
    ladder.calm();
    downAndSettled(ladder);
    assertEquals(Duration.ofSeconds(20), ladder.patience());
    ladder.calm();
    assertFalse(ladder.isIdle(), "whether it lasts is not known yet");
    assertFalse(ladder.calm());
    assertTrue(ladder.isIdle());
    assertEquals(Duration.ofSeconds(10), ladder.patience());
  }
}
