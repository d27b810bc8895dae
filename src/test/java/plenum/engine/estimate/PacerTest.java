package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long MILLI = SimulatedLink.MILLI;

  private final Pacer pacer = new Pacer();

  /** When each of so many packets of 1200 bytes leaves, that all come at once, in ms. */
  private List<Long> leave(int count) {
    List<Long> left = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (pacer.waiting() == 0 && pacer.passes(1200, 0)) {
        left.add(0L);
      } else {
        assertTrue(pacer.keep(i, 1200, false, Pacer.PATIENCE_NANOS, 0));
      }
    }
    while (pacer.waiting() > 0) {
      long now = pacer.nextNanos();
      assertEquals(Pacer.NONE, pacer.poll(now - MILLI), "no sooner");
      while (pacer.poll(now) != Pacer.NONE) {
        left.add(now / MILLI);
      }
    }
    assertEquals(Long.MAX_VALUE, pacer.nextNanos());
    return left;
  }

  @Test
  void letsAllPassWhereNothingIsKnown() {
    assertEquals(0, leave(400).get(399));
  }

  @Test
  void doesNotSplitTrainsOfAFastLink() {
    pacer.bitrate(20e6);
    // A frame of 30 packets each 33 ms: 8.6 Mbit/s.
    for (long now = 0; now < 2000 * MILLI; now += 33 * MILLI) {
      for (int i = 0; i < 30; i++) {
        assertTrue(pacer.passes(1200, now));
      }
    }
  }

  @Test
  void spreadsAKeyFrameOverASlowLink() {
    pacer.bitrate(1e6);
    // 48 KB, which the link carries in 384 ms.
    List<Long> left = leave(40);
    assertEquals(5, left.stream().filter(at -> at == 0).count());
    long last = left.get(39);
    assertTrue(last > 100 && last < 160, last + " ms");
    for (int i = 6; i < 40; i++) {
      assertTrue(left.get(i) - left.get(i - 1) <= 4, "evenly");
    }
  }

  @Test
  void sendsALargeFrameNoFasterThanTheLinkCarriesIt() {
    pacer.bitrate(1e6);
    // 240 KB, which the link carries in 1920 ms.
    int left = 0;
    double queued = 0;
    for (int i = 0; i < 200; i++) {
      if (pacer.waiting() == 0 && pacer.passes(1200, 0)) {
        left++;
      } else {
        assertTrue(pacer.keep(i, 1200, true, Pacer.KEY_PATIENCE_NANOS, 0));
      }
    }
    queued = left * 9.6;
    long now = 0;
    while (pacer.waiting() > 0) {
      long next = pacer.nextNanos();
      queued = Math.max(0, queued - (next - now) / (double) MILLI);
      now = next;
      while (pacer.poll(now) != Pacer.NONE) {
        queued += 9.6;
      }
      assertTrue(queued <= 160, queued + " ms wait in the link");
    }
    assertTrue(now > 1700 * MILLI && now < 1850 * MILLI, now / MILLI + " ms");
  }

  /** What came after it is sent as fast as before once the link has carried it. */
  @Test
  void isSteadyNoLongerThanALargeFrameTakes() {
    pacer.bitrate(1e6);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    assertTrue(pacer.keep(0, 1200, true, Pacer.KEY_PATIENCE_NANOS, 0));
    long now = 1000 * MILLI;
    assertEquals(0, pacer.poll(now));
    assertTrue(pacer.passes(1200, now + 500 * MILLI));
    now += 2000 * MILLI;
    int at = 0;
    for (int i = 0; i < 40; i++) {
      at += pacer.passes(1200, now + i * 4 * MILLI) ? 1 : 0;
    }
    assertEquals(40, at, "2.4 Mbit/s for a moment");
  }

  @Test
  void keepsTheirOrder() {
    pacer.bitrate(1e6);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    for (int i = 0; i < 10; i++) {
      pacer.keep(i, 1200, false, Pacer.PATIENCE_NANOS, 0);
    }
    assertFalse(pacer.passes(100, 100 * MILLI), "nobody overtakes");
    long[] left = LongStream.generate(() -> pacer.poll(1000 * MILLI)).limit(5).toArray();
    assertEquals("[0, 1, 2, 3, 4]", java.util.Arrays.toString(left));
  }

  @Test
  void countsWhatDoesNotAsk() {
    pacer.bitrate(1e6);
    for (int i = 0; i < 6; i++) {
      pacer.sent(1200, 0);
    }
    assertFalse(pacer.passes(1200, 0));
  }

  @Test
  void forgetsAPictureThatWaitsTooLong() {
    pacer.bitrate(60_000);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    for (int i = 0; i < 20; i++) {
      assertTrue(pacer.keep(i, 1200, false, Pacer.PATIENCE_NANOS, 0));
    }
    assertTrue(pacer.keep(20, 1200, false, Pacer.PATIENCE_NANOS, Pacer.PATIENCE_NANOS));
    assertTrue(pacer.poll(Pacer.PATIENCE_NANOS) != Pacer.NONE);
    assertFalse(pacer.keep(21, 1200, false, Pacer.PATIENCE_NANOS, Pacer.PATIENCE_NANOS + 1));
    assertEquals(0, pacer.waiting());
  }

  @Test
  void hasMorePatienceWithAKeyFrameAndWhatWaitsBehindIt() {
    pacer.bitrate(60_000);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    assertTrue(pacer.keep(0, 1200, false, Pacer.KEY_PATIENCE_NANOS, 0));
    long left = 2000 * MILLI;
    assertTrue(pacer.keep(1, 1200, false, Pacer.KEY_PATIENCE_NANOS, left));
    assertTrue(pacer.keep(2, 1200, false, Pacer.PATIENCE_NANOS, left + Pacer.PATIENCE_NANOS - 1));
    assertEquals(0, pacer.poll(left + Pacer.PATIENCE_NANOS));
    assertEquals(1, pacer.poll(left + Pacer.PATIENCE_NANOS));
    long behind = left + Pacer.PATIENCE_NANOS - 1;
    assertTrue(pacer.keep(3, 1200, false, Pacer.PATIENCE_NANOS, behind + Pacer.PATIENCE_NANOS));
    assertFalse(
        pacer.keep(4, 1200, false, Pacer.PATIENCE_NANOS, behind + Pacer.PATIENCE_NANOS + 1));
  }

  /** What came while the key frame waited could not leave sooner. */
  @Test
  void hasAsMuchPatienceWithWhatCameWhileAKeyFrameWaited() {
    pacer.bitrate(60_000);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    assertTrue(pacer.keep(0, 1200, false, Pacer.KEY_PATIENCE_NANOS, 0));
    assertTrue(pacer.keep(1, 1200, false, Pacer.KEY_PATIENCE_NANOS, 100 * MILLI));
    assertEquals(0, pacer.poll(2000 * MILLI));
    assertTrue(pacer.keep(2, 1200, false, Pacer.PATIENCE_NANOS, 3000 * MILLI));
    assertFalse(pacer.keep(3, 1200, false, Pacer.PATIENCE_NANOS, 3101 * MILLI));
  }

  /** A link that was believed to carry less than its sound alone owes nothing for ever. */
  @Test
  void countsNoMoreThanASecondAsNotCarried() {
    pacer.bitrate(300_000);
    long now = 0;
    for (int i = 0; i < 3000; i++) {
      now += 20 * MILLI;
      pacer.sent(1000, now);
    }
    pacer.bitrate(1e6);
    while (pacer.passes(1200, now)) {
      // Until the bucket is full.
    }
    assertTrue(pacer.keep(0, 1200, true, Pacer.KEY_PATIENCE_NANOS, now));
    assertTrue(pacer.nextNanos() - now < 1000 * MILLI, pacer.nextNanos() - now + " ns");
  }

  @Test
  void forgetsAKeyFrameThatNeverLeaves() {
    pacer.bitrate(60_000);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    assertTrue(pacer.keep(0, 1200, false, Pacer.KEY_PATIENCE_NANOS, 0));
    assertTrue(pacer.keep(1, 1200, false, Pacer.KEY_PATIENCE_NANOS, Pacer.KEY_PATIENCE_NANOS));
    assertFalse(pacer.keep(2, 1200, false, Pacer.KEY_PATIENCE_NANOS, Pacer.KEY_PATIENCE_NANOS + 1));
  }

  @Test
  void holdsNoMoreThanItHasRoomFor() {
    pacer.bitrate(60_000);
    while (pacer.passes(1200, 0)) {
      // Until the bucket is full.
    }
    int kept = 0;
    while (pacer.keep(kept, 1200, false, Pacer.PATIENCE_NANOS, 0)) {
      kept++;
    }
    assertEquals(Pacer.ROOM, kept);
    assertEquals(0, pacer.waiting());
  }
}
