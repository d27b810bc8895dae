package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteBudgetTest {

  private static final long SECOND = Simulation.SECOND;
  private static final Pool SITE = new Pool("site", 3_000_000);
  private static final List<Encoding> CAMERA =
      List.of(new Encoding(180, List.of(150_000L)), new Encoding(720, List.of(1_500_000L)));

  private final SiteBudget budget = new SiteBudget();

  private static Viewer viewer(String id, Pool... pools) {
    Picture camera = new Picture(1, Rank.SPEAKER, 720, CAMERA);
    return Viewer.of(id, 50_000, List.of(camera), Long.MAX_VALUE / 2, List.of(pools));
  }

  private static Map<Pool, SiteBudget.Sent> sent(long media, long other) {
    return Map.of(SITE, new SiteBudget.Sent(media, other));
  }

  private long share(String id) {
    return budget.limits().get(id).bitrate();
  }

  private static void atMost(double most, double value) {
    assertTrue(value <= most, value + " is more than " + most);
  }

  @Test
  void threeMegabitsCarryTwoCallsAndARoomOfFour() {
    Object loop = new Object();
    SimulatedSite site =
        new SimulatedSite(3e6)
            .meeting(2, loop, 3, SITE)
            .meeting(2, loop, 3, SITE)
            .meeting(4, loop, 3, SITE);
    site.run(180);
    atMost(3e6, site.mostOver(1));
    assertEquals(0, site.lostPackets());
    atMost(200, site.longestSoundGapMillis());
  }

  @Test
  void severalLoopsKeepToItTogether() {
    SimulatedSite site =
        new SimulatedSite(3e6)
            .meeting(2, "first", 3, SITE)
            .meeting(2, "second", 3, SITE)
            .meeting(4, "third", 3, SITE);
    site.run(60);
    atMost(3e6, site.mostOver(1));
    atMost(200, site.longestSoundGapMillis());
  }

  @Test
  void picturesInOneSizeThatDoNotFitAreNotSentAtAll() {
    SimulatedSite site = new SimulatedSite(3e6).meeting(6, "loop", 1, SITE);
    site.run(60);
    atMost(3e6, site.mostOver(1));
    atMost(200, site.longestSoundGapMillis());
    assertTrue(site.shown(0) < 5);
  }

  @Test
  void soundAloneIsLeftWhereThereIsRoomForNothingElse() {
    Pool narrow = new Pool("line", 600_000);
    SimulatedSite site = new SimulatedSite(700_000).meeting(4, "loop", 3, narrow);
    site.run(60);
    for (int i = 0; i < 4; i++) {
      assertEquals(0, site.shown(i));
      assertTrue(site.soundOnly(i));
    }
    atMost(200, site.longestSoundGapMillis());
  }

  @Test
  void leavesRoomForWhatNobodyShares() {
    long now = 0;
    for (int i = 0; i < 50; i++) {
      now += SECOND / 5;
      budget.report("loop", List.of(viewer("a", SITE), viewer("b", SITE)), sent(0, 25_000), now);
    }
    long steady = (long) Outlet.steady(SITE);
    assertEquals((steady - 1_000_000) / 2, share("a"), 50_000, "1 Mbit/s is others'");
    assertFalse(budget.limits().get("a").soundOnly());
  }

  @Test
  void whatWasSentBeyondTheBudgetIsSavedAfterwards() {
    budget.report("loop", List.of(viewer("a", SITE)), Map.of(), 0);
    long before = share("a");
    budget.report("loop", List.of(viewer("a", SITE)), sent(50_000, 0), SECOND / 1000);
    assertEquals(before, share("a"), "a key frame is no reason");
    budget.report("loop", List.of(viewer("a", SITE)), sent(130_000, 0), 2 * SECOND / 1000);
    assertTrue(share("a") < 50_001, "" + share("a"));
    budget.report("loop", List.of(viewer("a", SITE)), Map.of(), SECOND);
    budget.report("loop", List.of(viewer("a", SITE)), sent(0, 0), SECOND);
    assertEquals(before, share("a"));
  }

  @Test
  void aLoopThatReportsNoMoreIsForgotten() {
    budget.report("one", List.of(viewer("a", SITE)), Map.of(), 0);
    budget.report("other", List.of(viewer("b", SITE)), Map.of(), 0);
    assertTrue(share("a") <= 1_500_000);
    budget.report("other", List.of(viewer("b", SITE)), Map.of(), 3 * SECOND);
    assertNull(budget.limits().get("a"));
    assertEquals(Outlet.steady(SITE), share("b"), 2);
  }

  @Test
  void allWhoAreInABudgetHaveOneOutlet() {
    Outlet site = budget.outlets(List.of(SITE)).get(0);
    List<Outlet> both = budget.outlets(List.of(new Pool("site", 3_000_000), new Pool("place", 1)));
    assertSame(site, both.get(0));
    assertNotSame(site, budget.outlets(List.of(new Pool("site", 4_000_000))).get(0));
  }

  @Test
  void aHundredViewersOfTwoBudgetsHaveAShareEach() {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Picture> pictures = new ArrayList<>();
      for (int n = 0; n < 25; n++) {
        pictures.add(new Picture(n, n == 0 ? Rank.SPEAKER : Rank.OTHER, 720, CAMERA));
      }
      Pool line = new Pool("line" + i % 4, 10_000_000);
      viewers.add(Viewer.of("v" + i, 50_000, pictures, 1_000_000 + 1000 * i, List.of(SITE, line)));
    }
    budget.report("loop", viewers, Map.of(), SECOND);
    assertEquals(100, budget.limits().size());
  }
}
