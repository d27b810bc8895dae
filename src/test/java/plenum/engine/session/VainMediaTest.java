package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VainMediaTest {

  private static final Duration MOST = Duration.ofSeconds(15);

  private final VainMedia media = new VainMedia();

  private void heard(Worth worth, int fromSecond, int toSecond) {
    for (int second = fromSecond; second <= toSecond; second++) {
      media.heard(worth, TimeUnit.SECONDS.toNanos(second));
    }
  }

  @Test
  void lastsWhileNothingElseComes() {
    heard(Worth.PASSED, 0, 4);
    heard(Worth.VAIN, 5, 20);
    assertFalse(media.lasted(MOST));
    heard(Worth.VAIN, 21, 21);
    heard(Worth.NEUTRAL, 22, 22);
    assertTrue(media.lasted(MOST));
  }

  @Test
  void isOverWithThePacketThatIsPassedOn() {
    heard(Worth.VAIN, 0, 20);
    heard(Worth.PASSED, 21, 21);
    assertFalse(media.lasted(MOST));
    heard(Worth.VAIN, 22, 37);
    assertFalse(media.lasted(MOST));
  }

  /** A paused camera beside no sound: somebody who is silent is not ended either. */
  @Test
  void isNoneWhereSomebodySilentMeasuresTheLinkNowAndThen() {
    for (int second = 0; second < 100; second += 5) {
      heard(Worth.VAIN, second, second + 1);
      assertFalse(media.lasted(MOST));
    }
  }
}
