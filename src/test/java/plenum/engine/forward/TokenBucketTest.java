package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void refusesWhatIsMoreThanItHolds() {
    TokenBucket bucket = new TokenBucket(10, 5, 0);
    assertTrue(bucket.take(5, 0));
    assertFalse(bucket.take(1, 0));
  }

  @Test
  void refillsAtItsRate() {
    TokenBucket bucket = new TokenBucket(10, 5, 0);
    bucket.take(5, 0);
    assertFalse(bucket.take(2, SECOND / 10));
    assertTrue(bucket.take(2, SECOND / 5));
  }

  @Test
  void savesNoMoreThanABurst() {
    TokenBucket bucket = new TokenBucket(10, 5, 0);
    assertFalse(bucket.take(6, 100 * SECOND));
    assertTrue(bucket.take(5, 100 * SECOND));
  }
}
