package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {

  private final ConnectionState state = new ConnectionState(InetAddress.getLoopbackAddress(), true);

  @Test
  void aHeadThatIsNotCompleteGrowsOld() {
    assertFalse(state.isHeadOlderThan(100));
    state.bytes(50);
    state.bytes(90); // The first ones count.

    assertTrue(state.isHeadOlderThan(60));
    assertFalse(state.isHeadOlderThan(40));

    state.understood(true);
    assertFalse(state.isHeadOlderThan(60));
  }

  @Test
  void staysForAWhileAfterAnAnswerToWhatIsNotWhole() {
    state.understood(false);
    assertFalse(state.isWhole());
    assertFalse(state.isAnswered());
    assertFalse(state.isAnsweredBefore(100));

    state.setAnswered(50);
    assertTrue(state.isAnswered());
    assertFalse(state.isAnsweredBefore(40));
    assertTrue(state.isAnsweredBefore(60));

    state.understood(true);
    assertTrue(state.isWhole());
  }

  @Test
  void whatCameWithTheOneBeforeIsPipelined() {
    state.bytes(50);
    assertFalse(state.isPipelined());
    state.understood(true);
    assertTrue(state.isPipelined());

    state.bytes(60);
    assertFalse(state.isPipelined());
  }

  @Test
  void whatOthersWatchOverIsFree() {
    state.setFree();
    state.bytes(50);

    assertTrue(state.isFree());
    assertFalse(state.isHeadOlderThan(60));
  }

  @Test
  void anAnswerOfWhichNothingIsReadGrowsOld() {
    assertFalse(state.isUnreadSince(-10, 1000, 0));
    assertFalse(state.isUnreadSince(-10, 1000, 5), "not that long");
    assertTrue(state.isUnreadSince(10, 1000, 20));
    assertFalse(state.isUnreadSince(20, 900, 30), "it reads");
    assertFalse(state.isUnreadSince(100, 0, 110), "it has read all");
  }
}
