package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.forward.TokenBucket;

class KeyFrameWishesTest {

  private final KeyFrameWishes wishes = new KeyFrameWishes();

  private static StreamName stream(int n) {
    return new StreamName("live", "s" + n);
  }

  @Test
  void countsThoseOfAStreamWhicheverSlotItIsIn() {
    int granted = 0;
    for (long now = 0; now < 20_000_000_000L; now += 100_000_000L) {
      granted += wishes.of(stream(1), now).take(1, now) ? 1 : 0;
    }
    assertEquals(KeyFrameWishes.AT_ONCE + 20 * KeyFrameWishes.PER_SECOND, granted, 1);
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    TokenBucket first = wishes.of(stream(0), 0);
    assertSame(first, wishes.of(stream(0), 0));
    for (int n = 1; n <= KeyFrameWishes.STREAMS; n++) {
      wishes.of(stream(n), 0);
    }
    assertNotSame(first, wishes.of(stream(0), 0));
  }
}
