package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.testing.ManualTimers;

class InMemoryRoomsTest {

  private static final Devices ALL = new Devices(true, true, false, false);
  private static final DisplayName BY = DisplayName.of("Somebody");

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final PresenceSettings patience =
      new PresenceSettings(10, 10, Duration.ofSeconds(20), Duration.ofSeconds(4));
  private final InMemoryRooms rooms =
      new InMemoryRooms(
          new RoomSettings(2, 2, 0, Duration.ofSeconds(60)),
          patience,
          timers,
          streams,
          events::add);

  private final RoomId room = create("Stand-up").id();
  private final Visitor ada = visitor("Ada");
  private final Visitor grace = visitor("Grace");

  private RoomSummary create(String name) {
    return rooms.create(new RoomName(name), RoomKind.GROUP, PersonId.fresh());
  }

  private static Visitor visitor(String name) {
    return new Visitor(SessionId.fresh(), PersonId.fresh(), DisplayName.of(name), "page " + name);
  }

  private static Visitor again(Visitor visitor) {
    return new Visitor(SessionId.fresh(), visitor.id(), visitor.name(), visitor.page());
  }

  private static Visitor otherTab(Visitor visitor) {
    return new Visitor(SessionId.fresh(), visitor.id(), visitor.name(), "other page");
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private Member member(Visitor visitor) {
    return rooms.member(room, visitor.id()).orElseThrow();
  }

  @Test
  void knowsTheKindAndTheOwnerOfARoom() {
    RoomSummary desktop = rooms.create(new RoomName("Plans"), RoomKind.DESKTOP, ada.id());

    assertEquals(RoomKind.DESKTOP, desktop.kind());
    assertEquals(Optional.of(ada.id()), desktop.owner());
    assertEquals(Optional.of(desktop), rooms.room(desktop.id()));
    rooms.join(desktop.id(), ada, ALL);
    assertEquals("desktop", rooms.publish(ada.session(), "camera").app());
  }

  @Test
  void putsTheRoomsOfTheLastRunBack() {
    KeptRoom kept =
        new KeptRoom(new RoomId("d7"), new RoomName("Old"), RoomKind.DESKTOP, Optional.empty());
    rooms.restore(List.of(kept));

    assertTrue(rooms.kept().contains(kept));
    assertEquals(RoomKind.DESKTOP, rooms.room(kept.id()).orElseThrow().kind());
    refused(Reason.ROOM_NAME_TAKEN, () -> create("old"));
  }

  @Test
  void refusesTheNameOfARoomOfAnotherKind() {
    refused(
        Reason.ROOM_NAME_TAKEN,
        () -> rooms.create(new RoomName("Stand-up"), RoomKind.DESKTOP, ada.id()));
  }

  @Test
  void refusesANameThatLooksTheSame() {
    refused(Reason.ROOM_NAME_TAKEN, () -> create("STAND-UP"));
  }

  @Test
  void refusesAnUnusableName() {
    refused(Reason.ROOM_NAME_INVALID, () -> new RoomName(" "));
    refused(Reason.ROOM_NAME_INVALID, () -> new RoomName("x".repeat(61)));
  }

  @Test
  void refusesMoreRoomsThanPermitted() {
    create("Second");

    refused(Reason.TOO_MANY_ROOMS, () -> create("Third"));
  }

  @Test
  void freesTheNameOfADeletedRoom() {
    rooms.delete(room, false, BY);

    assertEquals(1, rooms.rooms().size() + 1);
    create("Stand-up");
    refused(Reason.NO_SUCH_ROOM, () -> rooms.delete(room, false, BY));
  }

  @Test
  void countsWhoIsInside() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, Devices.NONE);

    assertEquals(2, rooms.room(room).orElseThrow().members());
    assertEquals(
        List.of(ada.id(), grace.id()), rooms.members(room).stream().map(Member::id).toList());
  }

  @Test
  void refusesMoreMembersThanPermitted() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, ALL);

    refused(Reason.ROOM_FULL, () -> rooms.join(room, visitor("Third"), ALL));
    assertEquals(2, streams.open.size());
  }

  @Test
  void letsAMemberOfAFullRoomJoinAgain() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, ALL);
    rooms.join(room, again(ada), ALL);

    assertEquals(2, rooms.members(room).size());
  }

  @Test
  void refusesAnUnknownRoomAndOpensNoStream() {
    refused(Reason.NO_SUCH_ROOM, () -> rooms.join(RoomId.fresh(), ada, ALL));

    assertTrue(streams.open.isEmpty());
  }

  @Test
  void closesTheStreamOfWhoLeaves() {
    rooms.join(room, ada, ALL);
    assertEquals(room, rooms.leave(ada.session()));

    assertTrue(rooms.members(room).isEmpty());
    assertTrue(streams.open.isEmpty());
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.leave(ada.session()));
  }

  @Test
  void sendsWhoLeavesAwayFromTheOthersStreams() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");
    rooms.leave(grace.session());

    assertEquals(Map.of(stream, List.of(grace.id())), streams.sentAway);
  }

  @Test
  void sendsWhoIsLostOrMovesAwayFromTheOthersStreams() {
    RoomId second = create("Second").id();
    rooms.join(room, ada, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");
    rooms.join(room, grace, ALL);
    rooms.join(second, grace, ALL);
    rooms.join(room, grace, ALL);
    rooms.disconnected(grace.session(), false);
    timers.pass(Duration.ofSeconds(20));

    assertEquals(List.of(grace.id(), grace.id()), streams.sentAway.get(stream));
  }

  @Test
  void sendsNobodyAwayWhoReloadsOrComesBack() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, ALL);
    rooms.disconnected(grace.session(), true);
    rooms.join(room, otherTab(grace), ALL);
    rooms.disconnected(ada.session(), false);
    rooms.join(room, again(ada), ALL);

    assertEquals(Map.of(), streams.sentAway);
  }

  @Test
  void keepsSeatAndStreamOfABrokenConnection() {
    rooms.join(room, ada, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    rooms.disconnected(ada.session(), false);
    assertFalse(member(ada).connected());

    timers.pass(Duration.ofSeconds(19));
    rooms.join(room, again(ada), ALL);
    timers.pass(Duration.ofMinutes(1));

    assertTrue(member(ada).connected());
    assertEquals(stream.name(), member(ada).streams().get(0).name());
    assertEquals(1, events.stream().filter(MemberJoined.class::isInstance).count());
  }

  @Test
  void givesUpTheSeatOfAConnectionThatDoesNotComeBack() {
    rooms.join(room, ada, ALL);
    rooms.disconnected(ada.session(), false);
    timers.pass(Duration.ofSeconds(20));

    assertTrue(rooms.members(room).isEmpty());
    assertTrue(streams.open.isEmpty());
    assertTrue(events.contains(new MemberLeft(room, ada.id(), LeaveReason.LOST)));
  }

  @Test
  void waitsLessAfterAGoodbye() {
    rooms.join(room, ada, ALL);
    rooms.disconnected(ada.session(), true);
    timers.pass(Duration.ofSeconds(4));

    assertTrue(rooms.members(room).isEmpty());
  }

  @Test
  void givesAReloadedPageTheSameSeatAndANewStream() {
    rooms.join(room, ada, ALL);
    StreamId before = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(before, true, true, "VP8"));
    rooms.disconnected(ada.session(), true);
    Visitor reloaded = otherTab(ada);
    rooms.join(room, reloaded, ALL);

    assertNotEquals(before, rooms.publish(reloaded.session(), "camera"));
    assertTrue(member(ada).streams().isEmpty());
    assertFalse(streams.open.contains(before));
    assertEquals(1, streams.open.size());
  }

  @Test
  void movesTheSeatToAnotherTab() {
    rooms.join(room, ada, ALL);
    StreamId before = rooms.publish(ada.session(), "camera");
    Visitor second = otherTab(ada);
    rooms.join(room, second, Devices.NONE);

    assertTrue(events.contains(new SeatMoved(room, ada.session())));
    assertNotEquals(before, rooms.publish(second.session(), "camera"));
    assertEquals(Devices.NONE, member(ada).devices());
    rooms.disconnected(ada.session(), true);
    assertTrue(member(ada).connected());
  }

  @Test
  void givesUpTheSeatInTheRoomThatWasLeftForAnother() {
    RoomId second = create("Second").id();
    rooms.join(room, ada, ALL);
    rooms.join(second, ada, ALL);

    assertTrue(rooms.members(room).isEmpty());
    assertEquals(second, rooms.seatOf(ada.id()).orElseThrow());
    assertTrue(events.contains(new MemberLeft(room, ada.id(), LeaveReason.MOVED)));
    assertEquals(1, streams.open.size());
  }

  @Test
  void staysWhenTheOtherRoomIsFull() {
    RoomId second = create("Second").id();
    rooms.join(second, grace, ALL);
    rooms.join(second, visitor("Third"), ALL);
    rooms.join(room, ada, ALL);

    refused(Reason.ROOM_FULL, () -> rooms.join(second, ada, ALL));
    assertEquals(room, rooms.seatOf(ada.id()).orElseThrow());
  }

  @Test
  void asksBeforePeopleAreThrownOut() {
    rooms.join(room, ada, ALL);

    refused(Reason.ROOM_NOT_EMPTY, () -> rooms.delete(room, false, BY));
  }

  @Test
  void throwsEverybodyOutWhenForced() {
    rooms.join(room, ada, ALL);
    rooms.join(room, grace, ALL);
    rooms.disconnected(grace.session(), false);
    rooms.delete(room, true, BY);
    timers.pass(Duration.ofMinutes(1));

    RoomDeleted deleted = (RoomDeleted) events.get(events.size() - 1);
    assertEquals(2, deleted.inside().size());
    assertTrue(rooms.seatOf(ada.id()).isEmpty());
    assertTrue(streams.open.isEmpty());
  }

  @Test
  void listsWhatTheNodeReported() {
    rooms.join(room, ada, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");
    assertTrue(member(ada).streams().isEmpty());

    rooms.published(new OnAir(stream, true, false, ""));
    assertEquals(
        List.of(new MemberStream(stream.name(), "camera", true, false, "")), member(ada).streams());

    rooms.unpublished(stream);
    assertTrue(member(ada).streams().isEmpty());
  }

  @Test
  void endsAForgottenPublisherBeforeANewOne() {
    rooms.join(room, ada, ALL);
    StreamId first = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(first, true, true, "VP8"));

    assertNotEquals(first, rooms.publish(ada.session(), "camera"));
    assertFalse(streams.open.contains(first));
  }

  @Test
  void publishesOnlyACameraOrAScreen() {
    rooms.join(room, ada, ALL);

    refused(Reason.NOT_ALLOWED, () -> rooms.publish(ada.session(), "device"));
    assertEquals(1, streams.open.size());
  }

  @Test
  void playsStreamsOfTheSameRoomOnly() {
    RoomId second = create("Second").id();
    rooms.join(room, ada, ALL);
    rooms.join(second, grace, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");

    refused(Reason.NO_SUCH_STREAM, () -> rooms.play(grace.session(), stream.name()));
    rooms.join(room, grace, ALL);
    assertEquals(stream, rooms.play(grace.session(), stream.name()));
  }

  @Test
  void letsSomebodyWithoutASeatViewStreamsOfThatRoomOnly() {
    RoomId second = create("Second").id();
    rooms.join(room, ada, ALL);
    StreamId stream = rooms.publish(ada.session(), "camera");

    assertEquals(stream, rooms.view(room, stream.name()));
    refused(Reason.NO_SUCH_STREAM, () -> rooms.view(second, stream.name()));
    refused(Reason.NO_SUCH_ROOM, () -> rooms.view(RoomId.fresh(), stream.name()));
  }

  @Test
  void knowsWhoHoldsASeat() {
    rooms.join(room, ada, ALL);
    assertTrue(rooms.isSeated(ada.session()));
    assertFalse(rooms.isSeated(grace.session()));
    rooms.leave(ada.session());
    assertFalse(rooms.isSeated(ada.session()));
  }

  @Test
  void callsAMemberByTheNewName() {
    rooms.join(room, ada, ALL);
    rooms.renamed(ada.id(), DisplayName.of("Countess"));

    assertEquals("Countess", member(ada).name().value());
  }
}
