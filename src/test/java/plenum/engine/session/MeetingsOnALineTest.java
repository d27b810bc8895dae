package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.EstimateSettings;
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
  private static final int SECOND = 1000;
  private static final int REPORT = 200;
  private static final int TICK = 50;
  private static final Pool SITE = new Pool("site", BITRATE);

  private record Timer(long nanos, LongConsumer task) {}

  private static final SendingLimits LIMITS =
      new SendingLimits(OptionalLong.of(BITRATE), OptionalLong.empty(), List.of());

  private final SimulatedLink line = SimulatedLink.of(BITRATE, 5, 500);
  private final SiteBudget budget = new SiteBudget();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::nanos));
  private final List<SimulatedViewer> viewers = new ArrayList<>();
  private final List<Long> sentUntil = new ArrayList<>();
  private long millis;
  private long reported;
  private long waiting;

  private final Links links =
      new Links(
          Optional.of(EstimateSettings.defaults()),
          (delay, task) -> timers.add(new Timer(nanos() + delay.toNanos(), task)),
          budget);

  MeetingsOnALineTest() {
    links.limit(LIMITS, nanos());
  }

  private long nanos() {
    return (millis + 1) * SimulatedViewer.MILLI;
  }

  /** So many people each see and hear all others. */
  private void meeting(int people) {
    Outlets outlets = new Outlets(budget.outlets(List.of(SITE)));
    for (int i = 0; i < people; i++) {
      String id = String.valueOf(viewers.size());
      viewers.add(SimulatedViewer.limited(line, people - 1, links, id, outlets));
    }
  }

  private void run(int seconds) {
    for (long end = millis + seconds * 1000L; millis < end; millis++) {
      if (millis % REPORT == 0) {
        report();
      }
      while (!timers.isEmpty() && timers.peek().nanos() <= nanos()) {
        timers.remove().task().accept(nanos());
      }
      if (millis % TICK == 0) {
        links.tick(nanos());
      }
      viewers.forEach(SimulatedViewer::step);
      sentUntil.add(sent());
    }
  }

  private void forget() {
    reported -= sent();
    viewers.forEach(SimulatedViewer::forget);
    sentUntil.clear();
  }

  private long sent() {
    return viewers.stream().mapToLong(viewer -> viewer.sentBytes).sum();
  }

  private void report() {
    List<Viewer> claims = new ArrayList<>();
    links.each(link -> claims.add(link.claim(LIMITS, nanos())));
    links.each(link -> waiting += link.departures().moreWaits());
    long media = sent() + waiting - reported;
    budget.report(this, claims, Map.of(SITE, new SiteBudget.Sent(media, 0)), nanos());
    reported = sent() + waiting;
    links.each(link -> link.limit(budget.limits().get(link.id())));
  }

  /** The most bits of any second, whenever it begins. */
  private long mostOfASecond() {
    long most = 0;
    for (int at = 0; at < sentUntil.size(); at++) {
      long before = at < SECOND ? 0 : sentUntil.get(at - SECOND);
      most = Math.max(most, 8 * (sentUntil.get(at) - before));
    }
    return most;
  }

  private void keepsToTheLine() {
    assertTrue(mostOfASecond() <= BITRATE, this::seen);
  }

  private void people() {
    meeting(2);
    meeting(2);
    meeting(4);
  }

  private void all(Habits habits) {
    for (SimulatedViewer viewer : viewers) {
      for (int camera = 0; camera < viewer.cameras(); camera++) {
        viewer.be(camera, habits);
      }
    }
  }

  private long longestFreeze() {
    long longest = 0;
    for (SimulatedViewer viewer : viewers) {
      for (int camera = 0; camera < viewer.cameras(); camera++) {
        longest = Math.max(longest, viewer.longestFreezeMillis(camera));
      }
    }
    return longest;
  }

  private String seen() {
    return "%.2f Mbit/s, %.2f in the worst second, freezes up to %d ms, a line's wait %d ms, %s"
        .formatted(
            8e-3 * sent() / sentUntil.size(),
            mostOfASecond() / 1e6,
            longestFreeze(),
            viewers.stream().mapToLong(SimulatedViewer::waited95).max().orElse(0),
            viewers);
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
    people();
    run(15);
    keepsToTheLine();
    heardWell();
    forget();
    run(105);
    keepsToTheLine();
    heardWell();
    assertTrue(longestFreeze() <= 1000, this::seen);
  }

  /**
   * Screens change, and encoders set anew begin with whole pictures. When an outlet let 60 ms leave
   * at once the line's queue was as long, a viewer's estimate took that for a narrow link, and its
   * pictures stood still for up to 50 s.
   */
  @Test
  void keyFramesOfAllAtOnceDoNotOverfillTheLine() {
    people();
    all(
        new Habits() {
          @Override
          public boolean key(int frame) {
            return frame % 60 == 0;
          }
        });
    run(15);
    keepsToTheLine();
    forget();
    run(45);
    keepsToTheLine();
    heardWell();
    assertTrue(longestFreeze() <= 1000, this::seen);
  }

  @Test
  void picturesThatTakeMoreThanTheyDidDoNotOverfillTheLine() {
    people();
    all(
        new Habits() {
          @Override
          public int bitrate(int encoding) {
            return HONEST.bitrate(encoding) * (millis / 4000 % 2 == 0 ? 3 : 1);
          }
        });
    run(60);
    keepsToTheLine();
    heardWell();
    // There is no room for some of them in four of eight seconds.
    assertTrue(longestFreeze() <= 9000, this::seen);
  }

  /** A shared screen on which little changes: whole pictures are as large as 0.6 s of the line. */
  @Test
  void largeKeyFramesAreSavedFor() {
    people();
    Habits screen =
        new Habits() {
          @Override
          public boolean sends(int encoding) {
            return encoding == 0;
          }

          @Override
          public int bitrate(int encoding) {
            return 200_000;
          }

          @Override
          public int keyFrame() {
            return 270;
          }

          @Override
          public boolean key(int frame) {
            return frame % 300 == 0;
          }
        };
    viewers.get(4).be(0, screen);
    run(15);
    forget();
    run(45);
    keepsToTheLine();
    heardWell();
    assertTrue(longestFreeze() <= 3000, this::seen);
    for (SimulatedViewer viewer : viewers) {
      boolean watches = viewer == viewers.get(4);
      assertTrue(watches || viewer.longestFreezeMillis(0) <= 500, this::seen);
    }
    assertEquals(720, viewers.get(4).height(0), this::seen);
  }
}
