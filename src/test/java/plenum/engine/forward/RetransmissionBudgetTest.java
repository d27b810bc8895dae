package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetransmissionBudgetTest {

  private static final long SECOND = 1_000_000_000L;

  private final RetransmissionBudget budget = new RetransmissionBudget(0);

  @Test
  void aPacketIsOnItsWayForARoundTrip() {
    long roundTrip = SECOND / 4;
    assertFalse(budget.isOnItsWay(0, roundTrip, 0), "never sent again");
    assertTrue(budget.take(0, 0));
    assertTrue(budget.isOnItsWay(0, roundTrip, roundTrip - 1));
    assertFalse(budget.isOnItsWay(0, roundTrip, roundTrip));
    assertFalse(budget.isOnItsWay(1, roundTrip, 0), "another one");
  }

  @Test
  void aPacketIsOnItsWayForAMomentAtLeastAndNotForEver() {
    assertTrue(budget.take(0, 0));
    assertTrue(budget.isOnItsWay(0, 0, RetransmissionBudget.PAUSE_NANOS - 1));
    assertFalse(budget.isOnItsWay(0, 0, RetransmissionBudget.PAUSE_NANOS));
    assertFalse(budget.isOnItsWay(0, Long.MAX_VALUE, RetransmissionBudget.MAX_PAUSE_NANOS));
  }

  @Test
  void capsAStormOfRequests() {
    long sent =
        IntStream.range(0, 20_000)
            .filter(i -> budget.take(i & 0xffff, i * (SECOND / 20_000)))
            .count();
    assertEquals(RetransmissionBudget.BURST + RetransmissionBudget.PER_SECOND, (double) sent, 2);
  }
}
