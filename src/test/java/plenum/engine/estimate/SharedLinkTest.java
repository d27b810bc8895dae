package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.Deltas;
import plenum.engine.rtcp.TransportFeedback;

/** What feedback may say, and several connections over one link. */
class SharedLinkTest {

  private static final long MILLI = SimulatedLink.MILLI;
  private static final int LOST = TransportFeedback.NOT_RECEIVED;

  private final Link link = new Link(EstimateSettings.defaults(), 0);
  private final Flow flow = link.open();
  private int count;
  private long now;

  private void feedback(Flow of, int base, int reference, int... deltas) {
    of.feedback(
        new TransportFeedback(1, 2, base, reference, count++ & 0xff, Deltas.of(deltas)), now);
  }

  /** Ten packets in 50 ms, of which the player tells that they took as long as ever. */
  private void send(Flow of, int round) {
    int first = -1;
    for (int i = 0; i < 10; i++) {
      int sequence = of.send(1000, now);
      first = i == 0 ? sequence : first;
      now += 5 * MILLI;
    }
    int ticks = round * 200;
    int[] deltas = new int[10];
    java.util.Arrays.fill(deltas, 20);
    deltas[0] = ticks % 256;
    feedback(of, first, ticks / 256, deltas);
  }

  @Test
  void oneRateForAllConnections() {
    Flow second = link.open();
    for (int round = 0; round < 40; round++) {
      int before = round;
      send(flow, 2 * before);
      send(second, 2 * before + 1);
    }
    double both = 1.25 * 1_600_000 + 20_000;
    assertTrue(link.bitrate() > 1_500_000 && link.bitrate() <= 1.02 * both, "" + link.bitrate());
    second.close();
    assertTrue(!link.unused());
    flow.close();
    assertTrue(link.unused());
  }

  @Test
  void ignoresWhatWasNeverSent() {
    flow.send(1000, 0);
    feedback(flow, 5, 0, 1, 2, 3);
    feedback(flow, 0xffff, 0, 1, 2, 3);
    assertTrue(!link.told());
    assertEquals(EstimateSettings.defaults().start(), link.bitrate());
  }

  @Test
  void countsWhatIsToldTwiceOnce() {
    for (int i = 0; i < 60; i++) {
      flow.send(1000, now);
      now += 10 * MILLI;
    }
    int[] deltas = new int[60];
    java.util.Arrays.fill(deltas, 0, 30, LOST);
    java.util.Arrays.fill(deltas, 30, 60, 40);
    feedback(flow, 0, 0, deltas);
    double once = link.lossRatio();
    assertEquals(0.5, once);
    feedback(flow, 0, 0, deltas);
    now += 600 * MILLI;
    feedback(flow, 0, 0, deltas);
    assertEquals(once, link.lossRatio());
  }

  @Test
  void takesBackLossesOfWhatIsOnlyLate() {
    for (int i = 0; i < 40; i++) {
      flow.send(1000, now);
      now += 5 * MILLI;
    }
    int[] first = new int[40];
    java.util.Arrays.fill(first, 20);
    java.util.Arrays.fill(first, 10, 20, LOST);
    feedback(flow, 0, 0, first);
    int[] late = new int[40];
    java.util.Arrays.fill(late, 1);
    feedback(flow, 0, 4, late);
    for (int i = 0; i < 60; i++) {
      flow.send(1000, now);
      now += 5 * MILLI;
    }
    int[] rest = new int[60];
    java.util.Arrays.fill(rest, 20);
    feedback(flow, 40, 5, rest);
    assertEquals(0, link.lossRatio());
  }

  @Test
  void survivesAnotherClockOfThePlayer() {
    for (int round = 0; round < 40; round++) {
      send(flow, round);
    }
    long before = link.bitrate();
    for (int round = 0; round < 40; round++) {
      send(flow, 1_000_000 + round);
    }
    assertTrue(link.bitrate() >= before);
    for (int round = 0; round < 40; round++) {
      send(flow, round);
    }
    assertTrue(link.bitrate() >= before);
  }

  @Test
  void anotherSecondOfPacketsAllocatesNothing() {
    for (int i = 0; i < 20_000; i++) {
      flow.send(1000, now += MILLI);
      link.tick(now);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20_000; i++) {
      flow.send(1000, now += MILLI);
      link.tick(now);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 2_000, allocated + " bytes");
  }
}
