package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** What is known of a room to somebody who is about to take a seat there. */
class ReceivingAheadTest {

  private static final Devices ON = Devices.of(true, true, false, false);
  private static final Optional<Integer> NOT_OPEN = Optional.empty();

  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(10, 2, 2, Duration.ofSeconds(60)),
          new ManualTimers(),
          new OpenStreams(),
          event -> {});
  private final Moderation moderation = rooms.moderation();
  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor bob = Actors.named("Bob");
  private final RoomId room = rooms.create(ada, new RoomName("Stand-up"), PlaceKind.GROUP).id();

  private void set(String... pairs) {
    moderation.decide(ada, room, before -> RoomsForTests.with(before, pairs));
  }

  private void seatOnAir(Actor actor) {
    rooms.join(actor, room, ON);
    StreamId camera = rooms.publish(actor, "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
  }

  /** How many pictures there are for the actor. */
  private Optional<Integer> pictures(Actor actor) {
    return rooms.receiveAhead(actor, room).map(Receivable::pictures);
  }

  @Test
  void countsThePicturesOfOthers() {
    assertEquals(Optional.of(0), pictures(bob));
    seatOnAir(grace);
    assertEquals(Optional.of(1), pictures(bob));
    assertEquals(Optional.of(0), pictures(Actors.again(grace)));
    Receivable found = rooms.receiveAhead(bob, room).orElseThrow();
    assertEquals(room.value(), found.place().id());
    assertEquals(Map.of(), found.streams());
  }

  @Test
  void isForThoseWhoOnlyHaveToAsk() {
    set("access", "password", "password", RoomPassword.of("open sesame").hash());
    assertEquals(NOT_OPEN, pictures(bob));
    assertEquals(Optional.of(0), pictures(ada));
    set("access", "open", "lobby", "true");
    assertEquals(NOT_OPEN, pictures(bob));
    set("lobby", "false", "locked", "true");
    assertEquals(NOT_OPEN, pictures(bob));
    set("locked", "false", "access", "members", "members", grace.person() + " Grace");
    assertEquals(NOT_OPEN, pictures(bob));
    assertEquals(Optional.of(0), pictures(grace));
  }

  @Test
  void isNotForWhoWasSentOut() {
    rooms.join(ada, room, ON);
    rooms.join(bob, room, ON);
    moderation.ban(ada, bob.person());
    assertEquals(NOT_OPEN, pictures(bob));
  }

  @Test
  void isNotForOneMoreThanThereAreSeats() {
    rooms.join(ada, room, ON);
    rooms.join(grace, room, ON);
    assertEquals(NOT_OPEN, pictures(bob));
    assertEquals(Optional.of(0), pictures(Actors.again(grace)));
  }

  @Test
  void changesNothing() {
    set("lobby", "true");
    pictures(bob);
    assertEquals(List.of(), rooms.members(room));
    assertEquals(List.of(), moderation.waiting(room));
  }

  @Test
  void tellsNothingOfCallsAndOfNoRoom() {
    RoomId call = rooms.openCall(Set.of(ada.person()));
    assertEquals(NOT_OPEN, rooms.receiveAhead(ada, call));
    RoomRefused refused =
        assertThrows(RoomRefused.class, () -> rooms.receiveAhead(ada, RoomId.fresh()));
    assertEquals(Reason.NO_SUCH_ROOM, refused.reason());
  }
}
