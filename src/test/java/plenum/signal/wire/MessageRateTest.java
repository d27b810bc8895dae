package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessageRateTest {

  private static final long SECOND = 1_000_000_000L;

  private final MessageRate bucket = new MessageRate(50, 100, 0);

  private int taken(long now, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += bucket.take(now) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void permitsABurst() {
    assertEquals(100, taken(0, 1_000));
  }

  @Test
  void refillsAtItsRate() {
    taken(0, 1_000);

    assertEquals(50, taken(SECOND, 1_000));
  }

  @Test
  void savesNoMoreThanABurst() {
    assertEquals(100, taken(1_000 * SECOND, 1_000));
  }
}
