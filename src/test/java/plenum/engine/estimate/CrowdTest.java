package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final long MILLI = SimulatedLink.MILLI;

  private final Crowd crowd = new Crowd();
  private long now;

  /** Gives way from 1 Mbit/s to 0.5, and packets wait as before. */
  private void crowded() {
    crowd.queued(1e6, 1e6, 1e6, now);
    crowd.waited(200, now);
    crowd.queued(0.5e6, 0.5e6, 0.5e6, now);
  }

  private void waits(long millis, LongUnaryOperator queue) {
    for (long end = now + millis * MILLI; now < end; now += 100 * MILLI) {
      crowd.waited(queue.applyAsLong(now / MILLI), now);
      crowd.queued(0.5e6, 0.5e6, 0.5e6, now);
    }
  }

  @Test
  void whoHasGivenWayForNothingGivesNoMore() {
    crowded();
    assertTrue(crowd.crowded());
    assertEquals(0.6e6, crowd.floor());
    assertTrue(crowd.below(0.9e6));
  }

  @Test
  void aQueueThatIsShorterAtTimesIsADownloads() {
    crowded();
    waits(20_000, at -> at / 1000 % 3 == 0 ? 100 : 250);
    assertTrue(crowd.crowded());
  }

  @Test
  void aQueueThatStandsMayBeOfOthersLikeUs() {
    crowded();
    waits(6_200, at -> 250);
    assertFalse(crowd.crowded());
    assertEquals(0, crowd.floor());
  }

  @Test
  void winsBackWhatItGaveUpToFindOut() {
    crowded();
    waits(6_200, at -> 250);
    crowd.queued(0.3e6, 0.28e6, 0.28e6, now);
    assertTrue(crowd.crowded());
    assertTrue(crowd.below(0.9e6));
  }
}
