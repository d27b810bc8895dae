package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  private final Pace pace = new Pace(1000);

  @Test
  void leavesAloneWhoeverHasNotTooMuchWaiting() {
    pace.queued(900);
    assertFalse(pace.slow(900, 100 * SECOND));
  }

  @Test
  void findsAClientThatTakesNothingFor5Seconds() {
    pace.queued(1000);
    pace.full(1000, 0);
    assertFalse(pace.slow(1000, 4 * SECOND));
    assertTrue(pace.slow(1000, 5 * SECOND));
  }

  @Test
  void findsAClientThatTakesALittle() {
    pace.queued(1500);
    pace.full(1000, 0);
    assertTrue(pace.slow(501, 5 * SECOND));
  }

  @Test
  void leavesAClientThatTakesEnoughAlone() {
    pace.queued(1000);
    pace.full(1000, 0);
    pace.queued(2000);
    assertFalse(pace.slow(1000, 5 * SECOND), "2000 bytes were taken");
    assertFalse(pace.slow(1000, 9 * SECOND), "the next 5 seconds are not over");
    assertTrue(pace.slow(1000, 10 * SECOND), "nothing was taken in these");
  }

  @Test
  void forgetsABurstThatWasTaken() {
    pace.queued(1000);
    pace.full(1000, 0);
    assertFalse(pace.slow(0, SECOND));
    assertFalse(pace.slow(900, 60 * SECOND));
  }
}
