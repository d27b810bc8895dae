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
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.StreamId;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.testing.ManualTimers;

/** The rooms of calls. */
class PrivateRoomsTest {

  private static final Devices ALL = new Devices(true, true, false, false);
  private static final RoomName NAME = new RoomName("Ada and Grace");

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      new InMemoryRooms(
          new RoomSettings(1, 1, 2, Duration.ofSeconds(60)),
          new PresenceSettings(10, 10, Duration.ofSeconds(20), Duration.ofSeconds(4)),
          timers,
          streams,
          events::add);

  private final Visitor ada = visitor("Ada");
  private final Visitor grace = visitor("Grace");
  private final Visitor eve = visitor("Eve");
  private final RoomId call = rooms.openCall(Set.of(ada.id(), grace.id()));

  private static Visitor visitor(String name) {
    return new Visitor(SessionId.fresh(), PersonId.fresh(), DisplayName.of(name), "page " + name);
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private void bothSit() {
    rooms.join(call, ada, ALL);
    rooms.join(call, grace, ALL);
  }

  @Test
  void isInNoListAndNotKept() {
    assertEquals(List.of(), rooms.rooms());
    assertEquals(List.of(), rooms.kept());
    assertEquals(List.of(), events);
  }

  @Test
  void hasNoNameAndNoOwner() {
    assertEquals(
        new RoomSummary(
            call,
            Optional.empty(),
            RoomKind.CALL,
            Optional.empty(),
            new Place("call", call.value()),
            0,
            Optional.empty()),
        rooms.room(call).orElseThrow());
  }

  @Test
  void admitsTheSecondPersonOnlyWhenTold() {
    RoomId ringing = rooms.openCall(Set.of(ada.id()));
    rooms.join(ringing, ada, ALL);
    refused(Reason.NOT_ALLOWED, () -> rooms.join(ringing, grace, ALL));

    rooms.admit(ringing, grace.id());
    rooms.join(ringing, grace, ALL);
    assertEquals(2, rooms.members(ringing).size());
    rooms.admit(RoomId.fresh(), grace.id());
  }

  @Test
  void isNotCountedAmongTheRooms() {
    rooms.openCall(Set.of(ada.id(), eve.id()));

    rooms.create(NAME, RoomKind.GROUP, ada.id());
    refused(
        Reason.TOO_MANY_ROOMS,
        () -> rooms.create(new RoomName("Second"), RoomKind.GROUP, ada.id()));
  }

  @Test
  void admitsItsTwoPersonsWhateverTheLimitOfMembers() {
    bothSit();

    assertEquals(
        List.of(ada.id(), grace.id()), rooms.members(call).stream().map(Member::id).toList());
    assertTrue(streams.open.stream().allMatch(stream -> stream.app().equals("call")));
  }

  @Test
  void admitsNobodyElse() {
    rooms.join(call, ada, ALL);

    refused(Reason.NOT_ALLOWED, () -> rooms.join(call, eve, ALL));
    assertEquals(1, streams.open.size());
    assertTrue(rooms.seatOf(eve.id()).isEmpty());
  }

  @Test
  void letsNobodyElsePlayOrView() {
    bothSit();
    StreamId stream = rooms.publish(ada.session(), "camera");

    assertEquals(stream, rooms.play(grace.session(), stream.name()));
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.play(eve.session(), stream.name()));
    refused(Reason.NOT_ALLOWED, () -> rooms.view(call, stream.name()));
  }

  @Test
  void hasNoDevices() {
    bothSit();

    refused(Reason.NOT_ALLOWED, () -> rooms.addDevice(ada.session(), new DeviceName("Gate")));
    assertEquals(2, streams.open.size());
  }

  @Test
  void cannotBeDeletedByAnybody() {
    refused(Reason.NOT_ALLOWED, () -> rooms.delete(call, true, ada.name()));
    assertTrue(rooms.room(call).isPresent());
  }

  @Test
  void keepsTheSeatOverABrokenConnectionAndLosesItAfterwards() {
    bothSit();
    rooms.disconnected(grace.session(), false);
    timers.pass(Duration.ofSeconds(19));
    assertEquals(2, rooms.members(call).size());

    timers.pass(Duration.ofSeconds(1));
    assertTrue(events.contains(new MemberLeft(call, grace.id(), LeaveReason.LOST)));
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
            List.of(new Seated(ada.id(), ada.session()), new Seated(grace.id(), grace.session()))),
        events.get(events.size() - 1));
    assertTrue(rooms.room(call).isEmpty());
    assertFalse(rooms.isSeated(ada.session()));
    assertTrue(streams.open.isEmpty());
    refused(Reason.NO_SUCH_ROOM, () -> rooms.join(call, ada, ALL));
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
    StreamId stream = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    Member before = rooms.member(call, ada.id()).orElseThrow();
    events.clear();

    RoomSummary group = rooms.makeGroup(call, NAME, ada.id());

    assertEquals(
        new RoomSummary(
            call,
            Optional.of(NAME),
            RoomKind.GROUP,
            Optional.of(ada.id()),
            new Place("call", call.value()),
            2,
            Optional.empty()),
        group);
    assertEquals(List.of(new RoomUpdated(call)), events);
    assertEquals(List.of(group), rooms.rooms());
    assertEquals(before, rooms.member(call, ada.id()).orElseThrow());
    assertEquals(Set.of(), Set.copyOf(streams.sentAway.keySet()));
  }

  @Test
  void isLikeEveryOtherRoomOnceItIsAGroup() {
    bothSit();
    rooms.makeGroup(call, NAME, ada.id());

    assertEquals(
        List.of(new KeptRoom(call, NAME, RoomKind.GROUP, Optional.of(ada.id()))), rooms.kept());
    refused(Reason.ROOM_NAME_TAKEN, () -> rooms.create(NAME, RoomKind.GROUP, eve.id()));
    refused(Reason.ROOM_FULL, () -> rooms.join(call, eve, ALL));
    rooms.leave(ada.session());
    rooms.leave(grace.session());
    rooms.join(call, eve, ALL);
    assertTrue(events.contains(new MemberJoined(call, eve.id())));
    rooms.addDevice(eve.session(), new DeviceName("Gate"));
    // Where its streams belong was fixed at the beginning, so that all are on one node.
    assertTrue(streams.open.stream().allMatch(open -> open.app().equals("call")));

    rooms.closeCall(call);
    assertTrue(rooms.room(call).isPresent());
    rooms.delete(call, true, eve.name());
    assertTrue(rooms.room(call).isEmpty());
    assertTrue(streams.open.isEmpty());
    rooms.create(NAME, RoomKind.GROUP, eve.id());
  }

  @Test
  void staysACallWhenItCannotBecomeAGroup() {
    bothSit();
    rooms.create(NAME, RoomKind.DESKTOP, eve.id());

    refused(Reason.ROOM_NAME_TAKEN, () -> rooms.makeGroup(call, NAME, ada.id()));
    refused(Reason.TOO_MANY_ROOMS, () -> rooms.makeGroup(call, new RoomName("Us"), ada.id()));
    assertEquals(RoomKind.CALL, rooms.room(call).orElseThrow().kind());
    assertEquals(1, rooms.rooms().size());
  }

  @Test
  void becomesAGroupOnce() {
    rooms.makeGroup(call, NAME, ada.id());

    refused(Reason.NOT_ALLOWED, () -> rooms.makeGroup(call, new RoomName("Us"), ada.id()));
    refused(Reason.NO_SUCH_ROOM, () -> rooms.makeGroup(RoomId.fresh(), NAME, ada.id()));
  }
}
