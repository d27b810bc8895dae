package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class DecodingTest {

  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(3, 3, 0, Duration.ofSeconds(60)),
          new ManualTimers(),
          new OpenStreams(),
          events::add);
  private final RoomId room =
      rooms.create(Actors.named("Owner"), new RoomName("Talk"), PlaceKind.GROUP).id();
  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");

  private void join(Actor actor, String... decodes) {
    rooms.join(actor, room, Devices.NONE, Decoding.of(List.of(decodes)));
  }

  private List<String> decoded() {
    return List.of("VP8", "H264", "VP9", "AV1").stream()
        .filter(codec -> rooms.isDecoded(room, codec))
        .toList();
  }

  @Test
  void isWhatAllMembersHave() {
    assertEquals(List.of("VP8", "H264", "VP9", "AV1"), decoded());
    join(ada, "VP8", "VP9", "H264");
    join(grace, "H264", "VP8", "AV1");
    assertEquals(List.of("VP8", "H264"), decoded());

    rooms.leave(grace);
    assertEquals(List.of("VP8", "H264", "VP9"), decoded());
  }

  @Test
  void isEverythingForAPageThatDoesNotSay() {
    rooms.join(ada, room, Devices.NONE);
    join(grace);

    assertEquals(List.of("VP8", "H264", "VP9", "AV1"), decoded());
  }

  @Test
  void isNothingWhereTheMembersHaveNothingInCommon() {
    join(ada, "VP8");
    join(grace, "H264");

    assertEquals(List.of(), decoded());
  }

  @Test
  void losesWhatAPageCouldNotShow() {
    join(ada, "VP8", "H264");
    events.clear();
    rooms.cannotDecode(ada, "VP8");

    assertEquals(List.of("H264"), decoded());
    assertEquals(List.of(new MemberUpdated(room, ada.person())), events);
  }

  @Test
  void isWhatThePageSaysThatTookTheSeatLast() {
    join(ada, "VP8");
    join(Actors.otherTab(ada), "H264");

    assertEquals(List.of("H264"), decoded());
  }

  @Test
  void keepsNoMoreOfWhatAClientSaysThanBrowsersSay() {
    Decoding decoding = Decoding.of(IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList());
    assertEquals(16, decoding.can().size());
    for (int i = 0; i < 1000; i++) {
      decoding = decoding.without("d" + i);
    }
    assertEquals(16, decoding.cannot().size());
    assertFalse(Decoding.UNKNOWN.without("VP8").has("VP8"));
    assertTrue(Decoding.UNKNOWN.without("x".repeat(17)).cannot().isEmpty());
  }

  @Test
  void needsASeat() {
    assertThrows(RoomRefused.class, () -> rooms.cannotDecode(ada, "VP8"));
  }
}
