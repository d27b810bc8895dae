package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.quality.Direction;
import plenum.quality.Lately;
import plenum.quality.MediaKind;
import plenum.quality.QualityReport;
import plenum.quality.Score;
import plenum.quality.StreamQuality;
import plenum.room.RoomId;
import plenum.testing.Actors;
import plenum.testing.Measurements;

class BadQualityTest {

  private static final RoomId ROOM = new RoomId("hall");

  private final BadQuality bad = new BadQuality();
  private final Actor ada = Actors.named("Ada");

  private QualityReport report(Actor who, int... tenths) {
    return Measurements.inHall(
        who, ROOM, Arrays.stream(tenths).mapToObj(BadQualityTest::stream).toList());
  }

  private static StreamQuality stream(int tenths) {
    return new StreamQuality(
        "stream",
        "camera",
        Optional.empty(),
        "Grace",
        Direction.RECEIVED,
        MediaKind.VIDEO,
        "VP8",
        Optional.empty(),
        Measurements.NOTHING,
        new Score(tenths),
        false,
        new Lately(false, 0));
  }

  private List<Boolean> news(int... tenths) {
    return Arrays.stream(tenths).mapToObj(one -> bad.isNews(report(ada, 50, one))).toList();
  }

  @Test
  void tellsOnceWhatIsBadForAWhile() {
    assertEquals(List.of(false, false, true, false, false), news(29, 10, 29, 29, 29));
  }

  @Test
  void tellsNothingOfASingleMoment() {
    assertEquals(List.of(false, false, false, false, false), news(29, 29, 30, 29, 29));
  }

  @Test
  void tellsItAgainWhenItWasGoodInBetween() {
    assertEquals(
        List.of(false, false, true, false, false, false, true), news(20, 20, 20, 40, 20, 20, 20));
  }

  @Test
  void countsPersonsApartAndForgetsWhoLeft() {
    Actor grace = Actors.named("Grace");
    for (int i = 0; i < 2; i++) {
      assertFalse(bad.isNews(report(ada, 20)));
      assertFalse(bad.isNews(report(grace, 20)));
    }
    bad.left(ROOM, grace.person());
    assertEquals(1, bad.size());
    assertFalse(bad.isNews(report(grace, 20)));
    assertTrue(bad.isNews(report(ada, 20)));
    assertFalse(bad.isNews(report(ada)), "nothing flows");
    assertEquals(1, bad.size());
  }
}
