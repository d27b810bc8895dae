package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeyFrameRequestsTest {

  private static final long PAUSE = KeyFrameRequests.PAUSE_NANOS;

  private final KeyFrameRequests requests = new KeyFrameRequests();

  @Test
  void passesTheFirstWishOnAtOnce() {
    assertTrue(requests.wanted(7));
  }

  @Test
  void keepsAWishDuringThePauseAndPassesItOnAfterwards() {
    requests.wanted(0);
    assertFalse(requests.wanted(1));
    assertFalse(requests.due(PAUSE - 1));
    assertTrue(requests.due(PAUSE));
  }

  @Test
  void passesManyWishesOnOnce() {
    requests.wanted(0);
    requests.wanted(1);
    requests.wanted(2);
    assertTrue(requests.due(PAUSE));
    assertFalse(requests.due(2 * PAUSE));
  }

  @Test
  void forgetsAWishWhenAKeyFrameBegins() {
    requests.wanted(0);
    requests.wanted(1);
    requests.keyFrameBegan();
    assertFalse(requests.due(PAUSE));
  }

  @Test
  void asksForNothingUnasked() {
    assertFalse(requests.due(PAUSE));
  }

  @Test
  void asksWhenTheFirstPacketBeginsNoKeyFrame() {
    assertTrue(requests.received(false, 0));
    assertFalse(requests.received(false, KeyFrameRequests.PAUSE_NANOS));
  }

  @Test
  void asksForNothingWhenTheFirstPacketBeginsAKeyFrame() {
    assertFalse(requests.received(true, 0));
    assertFalse(requests.received(false, KeyFrameRequests.PAUSE_NANOS));
  }
}
