package plenum.admin.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private static Instant minute(long minutes) {
    return NOON.plusSeconds(60 * minutes);
  }

  private static Stay stay(String person, long joined, long left) {
    return new Stay(person, person, minute(joined), minute(left), false);
  }

  private static Instant from(long moment, Stay... stays) {
    return Held.at(minute(moment), List.of(stays)).orElseThrow().from();
  }

  @Test
  void goesOnWhileSomebodyIsThereOrComesBackSoon() {
    Stay[] stays = {stay("bob", 70, 80), stay("ada", 0, 30), stay("ada", 44, 60)};
    Held held = Held.at(NOON, List.of(stays)).orElseThrow();
    assertEquals(NOON, held.from());
    assertEquals(minute(80), held.until());
    assertFalse(held.isRunning());
  }

  @Test
  void isAnotherOneAfterAQuarterOfAnHour() {
    Stay[] stays = {stay("ada", 0, 10), stay("bob", 2, 5), stay("ada", 26, 30)};
    assertEquals(NOON, from(25, stays));
    assertEquals(minute(26), from(26, stays));
    assertEquals(minute(26), from(1000, stays));
    assertEquals(NOON, from(-5, stays));
    assertEquals(Optional.empty(), Held.at(NOON, List.of()));
  }

  @Test
  void runsWhileSomebodyIsInside() {
    Stay inside = new Stay("ada", "Ada", NOON, minute(5), true);
    assertTrue(Held.at(NOON, List.of(inside)).orElseThrow().isRunning());
  }

  @Test
  void makesOneStayOfMinutesThatFollowEachOther() {
    List<Stay> stays =
        CallMeetings.joined(
            List.of(stay("ada", 0, 1), stay("bob", 0, 1), stay("ada", 1, 2), stay("ada", 4, 5)));
    assertEquals(List.of(stay("ada", 0, 2), stay("bob", 0, 1), stay("ada", 4, 5)), stays);
  }
}
