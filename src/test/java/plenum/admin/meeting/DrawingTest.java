package plenum.admin.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.admin.meeting.Happening.Kind;
import plenum.admin.meeting.Lane.Bar;

class DrawingTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final Map<String, String> TEXTS =
      Map.of("page.admin.meeting.minutesThere", "there", "page.admin.meeting.minutesBad", "bad");

  private static Instant minute(long minutes) {
    return NOON.plusSeconds(60 * minutes);
  }

  private static List<Lane> drawn(List<Happening> happenings) {
    Held held =
        new Held(
            List.of(
                new Stay("ada", "Ada", NOON, minute(100), false),
                new Stay("bob", "Bob", minute(50), minute(100), false)));
    return new Drawing(TEXTS, held, happenings).lanes();
  }

  @Test
  void drawsWhoWasThereAndWhenItWasBad() {
    Happening bad = new Happening(minute(60), minute(70), "bob", "Bob", Kind.BAD, "1.4, downlink");
    List<Lane> lanes = drawn(List.of(bad));
    assertEquals(List.of(new Bar(0, 1000)), lanes.get(0).stays());
    assertEquals(List.of(), lanes.get(0).bad());
    assertEquals(List.of(new Bar(500, 500)), lanes.get(1).stays());
    assertEquals(List.of(new Bar(600, 100)), lanes.get(1).bad());
    assertEquals("Bob: there 50, bad 10", lanes.get(1).words());
  }

  @Test
  void showsAlsoWhoCouldNotJoinAndWhatTookNoTime() {
    Happening late = Happening.at(minute(101), "eve", "Eve", Kind.PROBLEM, "ICE: timeout");
    List<Lane> lanes = drawn(List.of(late));
    assertEquals("Eve", lanes.get(2).name());
    assertEquals(List.of(new Bar(996, 4)), lanes.get(2).marks());
  }
}
