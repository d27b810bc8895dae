package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long WIDE = 20_000_000;
  private static final Pool SITE = new Pool("site", 3_000_000);

  private static final List<Encoding> CAMERA =
      List.of(
          new Encoding(180, List.of(60_000L, 150_000L)),
          new Encoding(360, List.of(300_000L, 500_000L)),
          new Encoding(720, List.of(900_000L, 1_500_000L)));

  private static Viewer viewer(String id, long link, List<Pool> pools, Picture... pictures) {
    return Viewer.of(id, 50_000, List.of(pictures), link, pools);
  }

  private static Picture camera(int id, Rank rank) {
    return new Picture(id, rank, 720, CAMERA);
  }

  /** Whoever wants more before it is shared out anew has it at once. */
  @Test
  void whatNobodyNeedsIsSharedOutToo() {
    Map<String, Budget.Limit> limits =
        Budget.share(
            List.of(
                viewer("a", WIDE, List.of(SITE), camera(1, Rank.SPEAKER)),
                viewer("b", 1, List.of())));
    assertEquals(new Budget.Limit(3_000_000, false), limits.get("a"));
    assertEquals(1, limits.get("b").bitrate());
    assertFalse(limits.get("b").soundOnly());
  }

  @Test
  void twoCallsAndARoomOfFourInThreeMegabits() {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      viewers.add(viewer("call" + i, WIDE, List.of(SITE), camera(1, Rank.SPEAKER)));
    }
    for (int i = 0; i < 4; i++) {
      viewers.add(
          viewer(
              "room" + i,
              WIDE,
              List.of(SITE),
              camera(1, Rank.SPEAKER),
              camera(2, Rank.OTHER),
              camera(3, Rank.OTHER)));
    }
    Map<String, Budget.Limit> limits = Budget.share(viewers);
    long sum = limits.values().stream().mapToLong(Budget.Limit::bitrate).sum();
    assertTrue(sum <= 3_000_000 && sum > 2_999_000, "" + sum);
    assertTrue(limits.values().stream().noneMatch(Budget.Limit::soundOnly));
    assertEquals(limits.get("call0"), limits.get("call3"));
    assertEquals(limits.get("room0"), limits.get("room3"));
    long others = limits.get("room0").bitrate() - limits.get("call0").bitrate();
    assertEquals(120_000, others, 2, "their smallest pictures; speakers share the rest");
  }

  @Test
  void soundAloneIsTheLastStep() {
    List<Viewer> viewers = new ArrayList<>();
    Pool tight = new Pool("branch", 320_000);
    for (int i = 0; i < 5; i++) {
      viewers.add(viewer("v" + i, WIDE, List.of(tight), camera(1, Rank.OTHER)));
    }
    Map<String, Budget.Limit> limits = Budget.share(viewers);
    assertFalse(limits.get("v0").soundOnly());
    for (int i = 1; i < 5; i++) {
      assertEquals(new Budget.Limit(50_000, true), limits.get("v" + i));
    }
    assertEquals(120_000, limits.get("v0").bitrate());
  }

  @Test
  void screensComeBeforeCameras() {
    Pool tight = new Pool("site", 2_000_000);
    Viewer watching =
        viewer("screen", WIDE, List.of(tight), camera(1, Rank.SCREEN), camera(2, Rank.OTHER));
    Viewer seeing = viewer("camera", WIDE, List.of(tight), camera(3, Rank.OTHER));
    Map<String, Budget.Limit> limits = Budget.share(List.of(seeing, watching));
    assertTrue(limits.get("screen").bitrate() >= 1_610_000, "" + limits);
    assertTrue(limits.get("camera").bitrate() >= 110_000, "" + limits);
  }

  /** As many speak at most as a receiver may say; the others' pictures come in rounds. */
  @Test
  void whoeverAsksForEverythingLeavesOthersTheirPictures() {
    List<Picture> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      all.add(camera(i, i < 5 ? Rank.SPEAKER : Rank.OTHER));
    }
    Pool tight = new Pool("site", 1_000_000);
    List<Viewer> viewers = new ArrayList<>();
    viewers.add(viewer("greedy", WIDE, List.of(tight), all.toArray(Picture[]::new)));
    for (int i = 0; i < 3; i++) {
      viewers.add(
          viewer("v" + i, WIDE, List.of(tight), camera(1, Rank.SPEAKER), camera(2, Rank.OTHER)));
    }
    Map<String, Budget.Limit> limits = Budget.share(viewers);
    for (int i = 0; i < 3; i++) {
      Budget.Limit other = limits.get("v" + i);
      assertTrue(other.bitrate() >= 170_000 && !other.soundOnly(), limits::toString);
    }
  }

  @Test
  void aBranchOfficeHasItsOwnLimitWithinTheSites() {
    Pool branch = new Pool("branch", 400_000);
    Map<String, Budget.Limit> limits =
        Budget.share(
            List.of(
                viewer("far1", WIDE, List.of(SITE, branch), camera(1, Rank.OTHER)),
                viewer("far2", WIDE, List.of(SITE, branch), camera(1, Rank.OTHER)),
                viewer("near", WIDE, List.of(SITE), camera(1, Rank.OTHER))));
    assertEquals(200_000, limits.get("far1").bitrate());
    assertEquals(200_000, limits.get("far2").bitrate());
    assertEquals(2_600_000, limits.get("near").bitrate(), 2);
  }

  @Test
  void nobodyGetsMoreThanTheirLink() {
    Map<String, Budget.Limit> limits =
        Budget.share(
            List.of(
                viewer("slow", 200_000, List.of(SITE), camera(1, Rank.OTHER)),
                viewer("fast", WIDE, List.of(SITE), camera(1, Rank.OTHER))));
    assertEquals(200_000, limits.get("slow").bitrate());
    assertEquals(2_800_000, limits.get("fast").bitrate(), 2);
  }

  @Test
  void soundIsSharedWhereNotEvenThatFits() {
    Pool tiny = new Pool("tiny", 60_000);
    Map<String, Budget.Limit> limits =
        Budget.share(
            List.of(
                viewer("a", WIDE, List.of(tiny), camera(1, Rank.OTHER)),
                viewer("b", WIDE, List.of(tiny), camera(1, Rank.OTHER))));
    assertEquals(new Budget.Limit(30_000, true), limits.get("a"));
    assertEquals(new Budget.Limit(30_000, true), limits.get("b"));
  }

  @Test
  void neverExceedsAnyPoolAndLeavesNothingThatFits() {
    Random random = new Random(8);
    for (int round = 0; round < 300; round++) {
      Pool site = new Pool("site", 100_000 + random.nextInt(5_000_000));
      Pool branch = new Pool("branch", 50_000 + random.nextInt(1_000_000));
      List<Viewer> viewers = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        List<Pool> pools = random.nextBoolean() ? List.of(site) : List.of(site, branch);
        Rank rank = Rank.values()[random.nextInt(3)];
        viewers.add(viewer("v" + i, 50_000 + random.nextInt(3_000_000), pools, camera(1, rank)));
      }
      Map<String, Budget.Limit> limits = Budget.share(viewers);
      long all = limits.values().stream().mapToLong(Budget.Limit::bitrate).sum();
      long far =
          viewers.stream()
              .filter(v -> v.pools().contains(branch))
              .mapToLong(v -> limits.get(v.id()).bitrate())
              .sum();
      assertTrue(all <= site.bitrate() && far <= branch.bitrate(), round + ": " + limits);
    }
  }
}
