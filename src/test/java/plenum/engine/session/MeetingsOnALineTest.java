package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.Pool;
import plenum.engine.estimate.SimulatedLink;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.estimate.Viewer;

/**
 * Meetings over the one line of a site that is told what it carries, in deterministic time:
 * forwarding, pacing, estimates, probes, repairs and the budget are the real ones.
 */
class MeetingsOnALineTest {

  private static final int BITRATE = 3_000_000;
  private static final int TENTH = 100;
  private static final int REPORT = 200;

  private static final SendingLimits LIMITS =
      new SendingLimits(OptionalLong.of(BITRATE), OptionalLong.empty(), List.of());

  private final SimulatedLink line = SimulatedLink.of(BITRATE, 5, 500);
  private final SiteBudget budget = new SiteBudget();
  private final List<SimulatedViewer> viewers = new ArrayList<>();
  private final List<Long> tenths = new ArrayList<>();
  private long millis;
  private long counted;
  private long reported;

  /** So many people each see and hear all others. */
  private void meeting(int people) {
    for (int i = 0; i < people; i++) {
      viewers.add(SimulatedViewer.limited(line, people - 1, LIMITS));
    }
  }

  private void run(int seconds) {
    for (long end = millis + seconds * 1000L; millis < end; millis++) {
      if (millis % REPORT == 0) {
        report();
      }
      viewers.forEach(SimulatedViewer::step);
      if (millis % TENTH == TENTH - 1) {
        long all = sent();
        tenths.add(all - counted);
        counted = all;
      }
    }
  }

  private void forget() {
    viewers.forEach(SimulatedViewer::forget);
    reported -= counted;
    counted = 0;
  }

  private long sent() {
    return viewers.stream().mapToLong(viewer -> viewer.sentBytes).sum();
  }

  private void report() {
    long nanos = millis * SimulatedViewer.MILLI;
    List<Viewer> claims = new ArrayList<>();
    viewers.forEach(v -> v.links().each(link -> claims.add(link.claim(LIMITS, nanos))));
    Pool site = claims.get(0).pools().get(0);
    budget.report(this, claims, Map.of(site, new SiteBudget.Sent(sent() - reported, 0)), nanos);
    reported = sent();
    viewers.forEach(v -> v.links().each(link -> link.limit(budget.limits().get(link.id()))));
  }

  /** The most bits of any second. */
  private long mostOfASecond() {
    long most = 0;
    for (int from = 0; from + 10 <= tenths.size(); from++) {
      most = Math.max(most, tenths.subList(from, from + 10).stream().mapToLong(b -> 8 * b).sum());
    }
    return most;
  }

  private void heardWell() {
    for (SimulatedViewer viewer : viewers) {
      assertEquals(0, viewer.soundsLost(), viewer::toString);
      assertEquals(0, viewer.soundsLate(), viewer::toString);
      assertTrue(viewer.longestSoundGapMillis() <= 200, viewer::toString);
    }
  }

  @Test
  void twoCallsAndARoomOfFourAreHeardAndSeenOverThreeMegabits() {
    meeting(2);
    meeting(2);
    meeting(4);
    run(15);
    heardWell();
    forget();
    run(105);
    assertTrue(mostOfASecond() <= BITRATE, mostOfASecond() + " bits in a second");
    heardWell();
    for (SimulatedViewer viewer : viewers) {
      for (int camera = 0; camera < viewer.cameras(); camera++) {
        assertTrue(viewer.longestFreezeMillis(camera) <= 1000, viewer::toString);
      }
    }
  }
}
