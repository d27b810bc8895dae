package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** The rooms of calls. */
class PrivateRoomsTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final RoomName NAME = new RoomName("Ada and Grace");

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final MemoryRoomStore store = new MemoryRoomStore();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(1, 1, 2, Duration.ofSeconds(60)),
          timers,
          streams,
          store,
          events::add);

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor eve = Actors.named("Eve");
  private final RoomId call = rooms.openCall(Set.of(ada.person(), grace.person()));

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private void bothSit() {
    rooms.join(ada, call, ALL);
    rooms.join(grace, call, ALL);
  }

  @Test
  void isInNoListAndNotKept() {
    assertEquals(List.of(), rooms.rooms());
    assertEquals(List.of(), store.all());
    assertEquals(List.of(), events);
  }

  @Test
  void hasNoNameAndNoOwner() {
    assertEquals(
        new RoomSummary(
            call,
            Optional.empty(),
            PlaceKind.CALL,
            Optional.empty(),
            new Place(PlaceKind.CALL, call.value()),
            0,
            Optional.empty(),
            false),
        rooms.room(call).orElseThrow());
  }

  @Test
  void admitsTheSecondPersonOnlyWhenTold() {
    RoomId ringing = rooms.openCall(Set.of(ada.person()));
    rooms.join(ada, ringing, ALL);
    refused(Reason.NOT_ALLOWED, () -> rooms.join(grace, ringing, ALL));

    rooms.admit(ringing, grace.person());
    rooms.join(grace, ringing, ALL);
    assertEquals(2, rooms.members(ringing).size());
    rooms.admit(RoomId.fresh(), grace.person());
  }

  @Test
  void isNotCountedAmongTheRooms() {
    rooms.openCall(Set.of(ada.person(), eve.person()));

    rooms.create(ada, NAME, PlaceKind.GROUP);
    refused(
        Reason.TOO_MANY_ROOMS, () -> rooms.create(ada, new RoomName("Second"), PlaceKind.GROUP));
  }

  @Test
  void admitsItsTwoPersonsWhateverTheLimitOfMembers() {
    bothSit();

    assertEquals(
        List.of(ada.person(), grace.person()),
        rooms.members(call).stream().map(Member::id).toList());
    assertTrue(streams.open.stream().allMatch(stream -> stream.app().equals("call")));
  }

  @Test
  void admitsNobodyElse() {
    rooms.join(ada, call, ALL);

    refused(Reason.NOT_ALLOWED, () -> rooms.join(eve, call, ALL));
    assertEquals(1, streams.open.size());
    assertTrue(rooms.seatOf(eve.person()).isEmpty());
  }

  @Test
  void letsNobodyElsePlayOrView() {
    bothSit();
    StreamId stream = rooms.publish(ada, "camera");

    assertEquals(stream, rooms.play(grace, stream.name()));
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.play(eve, stream.name()));
    refused(Reason.NOT_ALLOWED, () -> rooms.view(eve, call, stream.name()));
  }

  @Test
  void hasNoDevices() {
    bothSit();

    refused(Reason.NOT_ALLOWED, () -> rooms.addDevice(ada, new DeviceName("Gate")));
    assertEquals(2, streams.open.size());
  }

  @Test
  void cannotBeDeletedByAnybody() {
    refused(Reason.NOT_ALLOWED, () -> rooms.delete(ada, call, true));
    assertTrue(rooms.room(call).isPresent());
  }

  @Test
  void keepsTheSeatOverABrokenConnectionAndLosesItAfterwards() {
    bothSit();
    rooms.disconnected(grace.session(), false);
    timers.pass(Duration.ofSeconds(19));
    assertEquals(2, rooms.members(call).size());

    timers.pass(Duration.ofSeconds(1));
    assertTrue(events.contains(new MemberLeft(call, grace.person(), LeaveReason.LOST)));
    assertTrue(rooms.room(call).isPresent());
  }

  @Test
  void endsWithEverybodyInside() {
    bothSit();
    rooms.disconnected(grace.session(), false);
    rooms.closeCall(call);
    timers.pass(Duration.ofMinutes(1));

    assertEquals(
        new CallClosed(
            call,
            List.of(
                new Seated(ada.person(), ada.session()),
                new Seated(grace.person(), grace.session()))),
        events.get(events.size() - 1));
    assertTrue(rooms.room(call).isEmpty());
    assertFalse(rooms.isSeated(ada.session()));
    assertTrue(streams.open.isEmpty());
    refused(Reason.NO_SUCH_ROOM, () -> rooms.join(ada, call, ALL));
  }

  @Test
  void endsOnce() {
    rooms.closeCall(call);
    rooms.closeCall(call);

    assertEquals(List.of(new CallClosed(call, List.of())), events);
  }

  @Test
  void becomesAGroupRoomWithEverybodyAndEveryStream() {
    bothSit();
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    Member before = rooms.member(call, ada.person()).orElseThrow();
    events.clear();

    RoomSummary group = rooms.makeGroup(ada, call, NAME);

    assertEquals(
        new RoomSummary(
            call,
            Optional.of(NAME),
            PlaceKind.GROUP,
            Optional.of(Owner.of(ada)),
            new Place(PlaceKind.CALL, call.value()),
            2,
            Optional.empty(),
            false),
        group);
    assertEquals(List.of(new RoomUpdated(call)), events);
    assertEquals(List.of(group), rooms.rooms());
    assertEquals(before, rooms.member(call, ada.person()).orElseThrow());
    assertEquals(Set.of(), Set.copyOf(streams.sentAway.keySet()));
  }

  @Test
  void isLikeEveryOtherRoomOnceItIsAGroup() {
    bothSit();
    rooms.makeGroup(ada, call, NAME);

    assertEquals(
        List.of(new KeptRoom(call, NAME, PlaceKind.GROUP, Optional.of(Owner.of(ada)))),
        store.all());
    refused(Reason.ROOM_NAME_TAKEN, () -> rooms.create(eve, NAME, PlaceKind.GROUP));
    refused(Reason.ROOM_FULL, () -> rooms.join(eve, call, ALL));
    rooms.leave(ada);
    rooms.leave(grace);
    rooms.join(eve, call, ALL);
    assertTrue(events.contains(new MemberJoined(call, eve.person())));
    rooms.addDevice(eve, new DeviceName("Gate"));
    // Where its streams belong was fixed at the beginning, so that all are on one node.
    assertTrue(streams.open.stream().allMatch(open -> open.app().equals("call")));

    rooms.closeCall(call);
    assertTrue(rooms.room(call).isPresent());
    refused(Reason.NOT_ALLOWED, () -> rooms.delete(eve, call, true));
    rooms.delete(ada, call, true);
    assertTrue(rooms.room(call).isEmpty());
    assertTrue(streams.open.isEmpty());
    rooms.create(eve, NAME, PlaceKind.GROUP);
  }

  @Test
  void staysACallWhenItCannotBecomeAGroup() {
    bothSit();
    rooms.create(eve, NAME, PlaceKind.DESKTOP);

    refused(Reason.ROOM_NAME_TAKEN, () -> rooms.makeGroup(ada, call, NAME));
    refused(Reason.TOO_MANY_ROOMS, () -> rooms.makeGroup(ada, call, new RoomName("Us")));
    assertEquals(PlaceKind.CALL, rooms.room(call).orElseThrow().kind());
    assertEquals(1, rooms.rooms().size());
  }

  @Test
  void becomesAGroupOnce() {
    rooms.makeGroup(ada, call, NAME);

    refused(Reason.NOT_ALLOWED, () -> rooms.makeGroup(ada, call, new RoomName("Us")));
    refused(Reason.NO_SUCH_ROOM, () -> rooms.makeGroup(ada, RoomId.fresh(), NAME));
  }
}
