package plenum.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MINUTE = 60_000_000_000L;

  private long now;
  private final Pace<String> pace = new Pace<>(3, MINUTE, () -> now);

  private void takeAll(String who) {
    for (int time = 0; time < 3; time++) {
      assertTrue(pace.take(who));
    }
  }

  @Test
  void permitsSoManyTimesAtOnceAndOneMoreForEachPartOfTheWindow() {
    takeAll("Ada");
    assertFalse(pace.take("Ada"));
    now += MINUTE / 3;
    assertTrue(pace.take("Ada"));
    assertFalse(pace.take("Ada"));
  }

  @Test
  void countsEachByItself() {
    takeAll("Ada");
    assertTrue(pace.take("Bob"));
  }

  @Test
  void goesByWhatIsPermittedNow() {
    int[] most = {3};
    Pace<String> changing = new Pace<>(() -> most[0], MINUTE, () -> now);
    assertTrue(changing.take("Ada"));
    most[0] = 1;
    assertTrue(changing.take("Ada"));
    assertFalse(changing.take("Ada"));
    most[0] = 2;
    now += MINUTE / 2;
    assertTrue(changing.take("Ada"));
    assertFalse(changing.take("Ada"));
  }

  @Test
  void savesNothingUp() {
    takeAll("Ada");
    now += 10 * MINUTE;
    takeAll("Ada");
    assertFalse(pace.take("Ada"));
  }

  @Test
  void remembersABoundedNumberAndForgetsWhoDidNothingForLongest() {
    takeAll("Ada");
    takeAll("Bob");
    for (int other = 0; other < Pace.CAPACITY - 2; other++) {
      pace.take("other " + other);
    }
    assertFalse(pace.take("Ada"));
    pace.take("one more");
    assertEquals(Pace.CAPACITY, pace.size());
    assertFalse(pace.take("Ada"), "did something just now");
    assertTrue(pace.take("Bob"), "is forgotten");
  }
}
