package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StandingStartTest {

  private static final int LOOKS = 6;

  private final AtomicInteger found = new AtomicInteger();
  private boolean waiting = true;
  private Optional<Duration> worked = Optional.of(Duration.ofSeconds(1));
  private final StandingStart start =
      new StandingStart(() -> waiting, () -> worked, found::incrementAndGet);

  private void work(Duration more) {
    worked = worked.map(before -> before.plus(more));
  }

  /** After the first look, whose second was before. */
  private void lookOnce() {
    assertFalse(start.stands());
  }

  @Test
  void isFoundWhenItWaitsAndDoesNothing() {
    lookOnce();
    for (int look = 1; look < LOOKS; look++) {
      work(Duration.ofMillis(20));
      assertFalse(start.stands(), "look " + look);
    }
    assertTrue(start.stands());
    assertEquals(1, found.get());
  }

  @Test
  void isNoneWhileTheProcessWorks() {
    lookOnce();
    for (int look = 0; look < 3 * LOOKS; look++) {
      work(Duration.ofMillis(200));
      assertFalse(start.stands());
    }
    assertEquals(0, found.get());
  }

  @Test
  void isNoneBeyondTheServicesSuchAsWhoWaitsForADatabase() {
    waiting = false;
    for (int look = 0; look < 3 * LOOKS; look++) {
      assertFalse(start.stands());
    }
    assertEquals(0, found.get());
  }

  @Test
  void beginsAnewAfterEachLookWithWork() {
    lookOnce();
    for (int look = 1; look < LOOKS; look++) {
      assertFalse(start.stands());
    }
    work(Duration.ofSeconds(1));
    for (int look = 0; look < LOOKS; look++) {
      assertFalse(start.stands(), "look " + look);
    }
    assertTrue(start.stands());
  }

  @Test
  void isNoneWhereTheSystemTellsNoTime() {
    worked = Optional.empty();
    for (int look = 0; look < 3 * LOOKS; look++) {
      assertFalse(start.stands());
    }
  }
}
