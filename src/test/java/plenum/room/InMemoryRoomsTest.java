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
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.LayersWanted;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomRefused.Reason;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class InMemoryRoomsTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final Actor OWNER = Actors.named("Somebody");

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final MemoryRoomStore store = new MemoryRoomStore();
  private final InMemoryRooms rooms = start();

  private final RoomId room = create("Stand-up").id();
  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");

  private InMemoryRooms start() {
    RoomSettings limits = RoomsForTests.limits(2, 2, 0, Duration.ofSeconds(60));
    return RoomsForTests.rooms(limits, timers, streams, store, events::add);
  }

  private RoomSummary create(String name) {
    return rooms.create(OWNER, new RoomName(name), PlaceKind.GROUP);
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private Member member(Actor visitor) {
    return rooms.member(room, visitor.person()).orElseThrow();
  }

  @Test
  void knowsTheKindAndTheOwnerOfARoom() {
    RoomSummary desktop = rooms.create(ada, new RoomName("Plans"), PlaceKind.DESKTOP);

    assertEquals(PlaceKind.DESKTOP, desktop.kind());
    assertEquals(Optional.of(Owner.of(ada)), desktop.owner());
    assertEquals(Optional.of(desktop), rooms.room(desktop.id()));
    rooms.join(ada, desktop.id(), ALL);
    assertEquals("desktop", rooms.publish(ada, "camera").app());
  }

  @Test
  void putsTheRoomsOfTheLastRunBack() {
    KeptRoom kept =
        new KeptRoom(new RoomId("d7"), new RoomName("Old"), PlaceKind.DESKTOP, Optional.empty());
    store.put(kept);
    InMemoryRooms next = start();

    assertEquals(List.of(room, kept.id()), next.rooms().stream().map(RoomSummary::id).toList());
    assertTrue(store.all().contains(kept));
    assertEquals(PlaceKind.DESKTOP, next.room(kept.id()).orElseThrow().kind());
    RoomName taken = new RoomName("old");
    refused(Reason.ROOM_NAME_TAKEN, () -> next.create(ada, taken, PlaceKind.GROUP));
  }

  @Test
  void keepsARoomUntilItIsDeleted() {
    assertEquals(List.of(room), store.all().stream().map(KeptRoom::id).toList());
    assertEquals(Optional.of(Owner.of(OWNER)), store.all().get(0).owner());

    rooms.delete(OWNER, room, false);
    assertEquals(List.of(), store.all());
  }

  @Test
  void refusesTheNameOfARoomOfAnotherKind() {
    refused(
        Reason.ROOM_NAME_TAKEN,
        () -> rooms.create(ada, new RoomName("Stand-up"), PlaceKind.DESKTOP));
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
  void refusesMoreRoomsOfOnePersonOrAddressThanPermitted() {
    RoomSettings few = new RoomSettings(10, 2, 3, 2, 0, Duration.ofSeconds(60), Deleter.ANYONE);
    InMemoryRooms shared = RoomsForTests.rooms(few, timers, streams, events::add);
    Actor bea = Actors.named("Bea");
    RoomId first = shared.create(bea, new RoomName("1"), PlaceKind.GROUP).id();
    shared.create(bea, new RoomName("2"), PlaceKind.GROUP);

    refused(Reason.TOO_MANY_ROOMS, () -> shared.create(bea, new RoomName("3"), PlaceKind.GROUP));
    shared.create(Actors.named("Cleo"), new RoomName("3"), PlaceKind.GROUP);
    Actor dora = Actors.named("Dora");
    refused(Reason.TOO_MANY_ROOMS, () -> shared.create(dora, new RoomName("4"), PlaceKind.GROUP));
    shared.create(Actors.from("2001:db8:1:2::1", dora), new RoomName("4"), PlaceKind.GROUP);

    shared.delete(bea, first, false);
    shared.create(bea, new RoomName("5"), PlaceKind.GROUP);
    assertEquals(4, shared.rooms().size());

    shared.create(
        Actors.from("2001:db8:1:2::2", Actors.named("Eve")), new RoomName("6"), PlaceKind.GROUP);
    shared.create(
        Actors.from("2001:db8:1:2::3", Actors.named("Flo")), new RoomName("7"), PlaceKind.GROUP);
    Actor gil = Actors.from("2001:db8:1:2::4", Actors.named("Gil"));
    refused(Reason.TOO_MANY_ROOMS, () -> shared.create(gil, new RoomName("8"), PlaceKind.GROUP));
  }

  @Test
  void refusesMoreRoomsThanPermitted() {
    create("Second");

    refused(Reason.TOO_MANY_ROOMS, () -> create("Third"));
  }

  @Test
  void freesTheNameOfADeletedRoom() {
    rooms.delete(OWNER, room, false);

    assertEquals(1, rooms.rooms().size() + 1);
    create("Stand-up");
    refused(Reason.NO_SUCH_ROOM, () -> rooms.delete(OWNER, room, false));
  }

  @Test
  void countsWhoIsInside() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, Devices.NONE);

    assertEquals(2, rooms.room(room).orElseThrow().members());
    assertEquals(
        List.of(ada.person(), grace.person()),
        rooms.members(room).stream().map(Member::id).toList());
  }

  @Test
  void refusesMoreMembersThanPermitted() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);

    refused(Reason.ROOM_FULL, () -> rooms.join(Actors.named("Third"), room, ALL));
    assertEquals(2, streams.open.size());
  }

  @Test
  void letsAMemberOfAFullRoomJoinAgain() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    rooms.join(Actors.again(ada), room, ALL);

    assertEquals(2, rooms.members(room).size());
  }

  @Test
  void refusesAnUnknownRoomAndOpensNoStream() {
    refused(Reason.NO_SUCH_ROOM, () -> rooms.join(ada, RoomId.fresh(), ALL));

    assertTrue(streams.open.isEmpty());
  }

  @Test
  void closesTheStreamOfWhoLeaves() {
    rooms.join(ada, room, ALL);
    assertEquals(room, rooms.leave(ada));

    assertTrue(rooms.members(room).isEmpty());
    assertTrue(streams.open.isEmpty());
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.leave(ada));
  }

  @Test
  void sendsWhoLeavesAwayFromTheOthersStreams() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.leave(grace);

    assertEquals(Map.of(stream, List.of(grace.person())), streams.sentAway);
    assertEquals(List.of(grace.person() + " left " + room.value()), streams.left);
  }

  @Test
  void letsMembersReceiveTheStreamsOfTheirRoomAlone() {
    RoomId second = create("Second").id();
    rooms.join(ada, room, ALL);
    String adas = rooms.publish(ada, "camera").name();
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.receive(grace, List.of(adas)));
    rooms.join(grace, second, ALL);
    assertEquals(Map.of(), rooms.receive(grace, List.of(adas)).streams());
    rooms.join(grace, room, ALL);
    Receivable here = rooms.receive(grace, List.of(adas, "unknown"));
    assertEquals(Map.of(adas, rooms.play(grace, adas)), here.streams());
    assertEquals(room.value(), here.place().id());
  }

  /** A connection for them is made before it is known whose they are. */
  @Test
  void countsThePicturesThatThereAreToReceive() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    StreamId camera = rooms.publish(ada, "camera");
    StreamId small = rooms.publish(ada, "camera-small");
    assertEquals(0, rooms.receive(grace, List.of()).pictures(), "on air is what the node reports");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    rooms.published(new OnAir(small, true, true, "VP8"));
    StreamId own = rooms.publish(grace, "camera");
    rooms.published(new OnAir(own, true, true, "VP8"));

    assertEquals(1, rooms.receive(grace, List.of()).pictures());
    assertEquals(1, rooms.receive(ada, List.of()).pictures());
    rooms.published(new OnAir(camera, true, false, ""));
    rooms.unpublished(small);
    assertEquals(0, rooms.receive(grace, List.of()).pictures(), "sound alone");
  }

  @Test
  void sendsWhoIsLostOrMovesAwayFromTheOthersStreams() {
    RoomId second = create("Second").id();
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.join(grace, room, ALL);
    rooms.join(grace, second, ALL);
    rooms.join(grace, room, ALL);
    rooms.disconnected(grace.session(), false);
    timers.pass(Duration.ofSeconds(20));

    assertEquals(List.of(grace.person(), grace.person()), streams.sentAway.get(stream));
  }

  @Test
  void waitsForNobodyWhoseLoginIsOver() {
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.join(grace, room, ALL);
    rooms.loggedOut(grace.person(), "hers");
    assertTrue(rooms.member(room, grace.person()).isPresent(), "another page has the seat");

    rooms.disconnected(grace.session(), false, Optional.of("hers"));
    rooms.loggedOut(grace.person(), "hers");

    assertTrue(rooms.member(room, grace.person()).isEmpty());
    assertEquals(List.of(grace.person()), streams.sentAway.get(stream));
    rooms.loggedOut(grace.person(), "hers");
  }

  @Test
  void waitsOnForWhoIsLoggedOutElsewhere() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    rooms.disconnected(ada.session(), false);
    rooms.disconnected(grace.session(), false, Optional.of("hers"));
    rooms.loggedOut(ada.person(), "another");
    rooms.loggedOut(grace.person(), "another");

    assertTrue(rooms.member(room, ada.person()).isPresent(), "a guest");
    assertTrue(rooms.member(room, grace.person()).isPresent(), "another browser");
    rooms.join(Actors.again(grace), room, ALL);
    assertEquals(Map.of(), streams.sentAway);
  }

  @Test
  void sendsNobodyAwayWhoReloadsOrComesBack() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    rooms.disconnected(grace.session(), true);
    rooms.join(Actors.otherTab(grace), room, ALL);
    rooms.disconnected(ada.session(), false);
    rooms.join(Actors.again(ada), room, ALL);

    assertEquals(Map.of(), streams.sentAway);
    assertEquals(List.of(), streams.left);
  }

  @Test
  void keepsSeatAndStreamOfABrokenConnection() {
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    rooms.disconnected(ada.session(), false);
    assertFalse(member(ada).connected());

    timers.pass(Duration.ofSeconds(19));
    rooms.join(Actors.again(ada), room, ALL);
    timers.pass(Duration.ofMinutes(1));

    assertTrue(member(ada).connected());
    assertEquals(stream.name(), member(ada).streams().get(0).name());
    assertEquals(1, events.stream().filter(MemberJoined.class::isInstance).count());
  }

  @Test
  void givesUpTheSeatOfAConnectionThatDoesNotComeBack() {
    rooms.join(ada, room, ALL);
    rooms.disconnected(ada.session(), false);
    timers.pass(Duration.ofSeconds(20));

    assertTrue(rooms.members(room).isEmpty());
    assertTrue(streams.open.isEmpty());
    assertTrue(events.contains(new MemberLeft(room, ada.person(), LeaveReason.LOST)));
  }

  @Test
  void waitsLessAfterAGoodbye() {
    rooms.join(ada, room, ALL);
    rooms.disconnected(ada.session(), true);
    timers.pass(Duration.ofSeconds(4));

    assertTrue(rooms.members(room).isEmpty());
  }

  @Test
  void givesAReloadedPageTheSameSeatAndANewStream() {
    rooms.join(ada, room, ALL);
    StreamId before = rooms.publish(ada, "camera");
    rooms.published(new OnAir(before, true, true, "VP8"));
    rooms.disconnected(ada.session(), true);
    Actor reloaded = Actors.otherTab(ada);
    rooms.join(reloaded, room, ALL);

    assertNotEquals(before, rooms.publish(reloaded, "camera"));
    assertTrue(member(ada).streams().isEmpty());
    assertFalse(streams.open.contains(before));
    assertEquals(1, streams.open.size());
  }

  @Test
  void movesTheSeatToAnotherTab() {
    rooms.join(ada, room, ALL);
    StreamId before = rooms.publish(ada, "camera");
    Actor second = Actors.otherTab(ada);
    rooms.join(second, room, Devices.NONE);

    assertTrue(events.contains(new SeatMoved(room, ada.session())));
    assertNotEquals(before, rooms.publish(second, "camera"));
    assertEquals(Devices.NONE, member(ada).devices());
    rooms.disconnected(ada.session(), true);
    assertTrue(member(ada).connected());
  }

  @Test
  void givesUpTheSeatInTheRoomThatWasLeftForAnother() {
    RoomId second = create("Second").id();
    rooms.join(ada, room, ALL);
    rooms.join(ada, second, ALL);

    assertTrue(rooms.members(room).isEmpty());
    assertEquals(second, rooms.seatOf(ada.person()).orElseThrow());
    assertTrue(events.contains(new MemberLeft(room, ada.person(), LeaveReason.MOVED)));
    assertEquals(1, streams.open.size());
  }

  @Test
  void staysWhenTheOtherRoomIsFull() {
    RoomId second = create("Second").id();
    rooms.join(grace, second, ALL);
    rooms.join(Actors.named("Third"), second, ALL);
    rooms.join(ada, room, ALL);

    refused(Reason.ROOM_FULL, () -> rooms.join(ada, second, ALL));
    assertEquals(room, rooms.seatOf(ada.person()).orElseThrow());
  }

  @Test
  void asksBeforePeopleAreThrownOut() {
    rooms.join(ada, room, ALL);

    refused(Reason.ROOM_NOT_EMPTY, () -> rooms.delete(OWNER, room, false));
  }

  @Test
  void throwsEverybodyOutWhenForced() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    rooms.disconnected(grace.session(), false);
    rooms.delete(OWNER, room, true);
    timers.pass(Duration.ofMinutes(1));

    RoomDeleted deleted = (RoomDeleted) events.get(events.size() - 1);
    assertEquals(2, deleted.inside().size());
    assertTrue(rooms.seatOf(ada.person()).isEmpty());
    assertTrue(streams.open.isEmpty());
  }

  @Test
  void listsWhatTheNodeReported() {
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    assertTrue(member(ada).streams().isEmpty());

    rooms.published(new OnAir(stream, true, false, ""));
    assertEquals(
        List.of(new MemberStream(stream.name(), "camera", true, false, "")), member(ada).streams());

    rooms.unpublished(stream);
    assertTrue(member(ada).streams().isEmpty());
  }

  @Test
  void tellsAPageWhichSizesOfItsPictureAreNeeded() {
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    events.clear();
    rooms.layersWanted(stream, List.of("h", "l"));
    LayersWanted told = new LayersWanted(room, ada.session(), stream, List.of("h", "l"));
    assertEquals(List.of(told), events);

    events.clear();
    rooms.disconnected(ada.session(), false);
    rooms.join(ada, room, ALL);
    assertTrue(events.contains(told), "the page takes its seat back");

    rooms.unpublished(stream);
    rooms.publish(ada, "camera");
    events.clear();
    rooms.join(ada, room, ALL);
    assertFalse(events.contains(told), "what is published anew begins with all of them");
  }

  @Test
  void tellsAPageWhetherAnybodyShowsItsCameraSmall() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "H264"));
    LayersWanted both = new LayersWanted(room, ada.session(), stream, List.of("h", "l"));
    LayersWanted large = new LayersWanted(room, ada.session(), stream, List.of("h"));

    events.clear();
    rooms.showsSmall(grace, List.of(stream.name(), "nothing"));
    rooms.showsSmall(grace, List.of(stream.name()));
    assertEquals(List.of(both), events, "once");
    events.clear();
    rooms.showsSmall(grace, List.of());
    assertEquals(List.of(large), events);

    rooms.showsSmall(grace, List.of(stream.name()));
    rooms.unpublished(stream);
    events.clear();
    rooms.published(new OnAir(stream, true, true, "H264"));
    assertTrue(events.contains(both), "it is on air anew");
    events.clear();
    rooms.leave(grace);
    assertTrue(events.contains(large), "who showed it is gone");
  }

  @Test
  void doesNotAskForTheSmallStreamOfTheOwnCameraOrOfOneElsewhere() {
    rooms.join(ada, room, ALL);
    rooms.join(grace, create("Elsewhere").id(), ALL);
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "H264"));
    events.clear();
    rooms.showsSmall(ada, List.of(stream.name()));
    rooms.showsSmall(grace, List.of(stream.name()));
    assertEquals(List.of(), events);
  }

  @Test
  void publishesTheCameraInSmallBesideTheCamera() {
    rooms.join(ada, room, ALL);
    StreamId camera = rooms.publish(ada, "camera");
    StreamId small = rooms.publish(ada, "camera-small");
    rooms.published(new OnAir(small, true, true, "H264"));
    rooms.published(new OnAir(camera, true, true, "H264"));
    assertEquals(
        List.of("camera", "camera-small"),
        member(ada).streams().stream().map(MemberStream::source).toList());
  }

  @Test
  void endsAForgottenPublisherBeforeANewOne() {
    rooms.join(ada, room, ALL);
    StreamId first = rooms.publish(ada, "camera");
    rooms.published(new OnAir(first, true, true, "VP8"));

    assertNotEquals(first, rooms.publish(ada, "camera"));
    assertFalse(streams.open.contains(first));
  }

  @Test
  void publishesOnlyACameraOrAScreen() {
    rooms.join(ada, room, ALL);

    refused(Reason.NOT_ALLOWED, () -> rooms.publish(ada, "device"));
    assertEquals(1, streams.open.size());
  }

  @Test
  void playsStreamsOfTheSameRoomOnly() {
    RoomId second = create("Second").id();
    rooms.join(ada, room, ALL);
    rooms.join(grace, second, ALL);
    StreamId stream = rooms.publish(ada, "camera");

    refused(Reason.NO_SUCH_STREAM, () -> rooms.play(grace, stream.name()));
    rooms.join(grace, room, ALL);
    assertEquals(stream, rooms.play(grace, stream.name()));
  }

  @Test
  void letsSomebodyWithoutASeatViewStreamsOfThatRoomOnly() {
    RoomId second = create("Second").id();
    rooms.join(ada, room, ALL);
    StreamId stream = rooms.publish(ada, "camera");

    assertEquals(stream, rooms.view(grace, room, stream.name()));
    refused(Reason.NO_SUCH_STREAM, () -> rooms.view(grace, second, stream.name()));
    refused(Reason.NO_SUCH_ROOM, () -> rooms.view(grace, RoomId.fresh(), stream.name()));
  }

  @Test
  void knowsWhoHoldsASeat() {
    rooms.join(ada, room, ALL);
    assertTrue(rooms.isSeated(ada.session()));
    assertEquals(rooms.room(room), rooms.roomOf(ada.session()));
    assertFalse(rooms.isSeated(grace.session()));
    assertTrue(rooms.roomOf(grace.session()).isEmpty());
    rooms.leave(ada);
    assertFalse(rooms.isSeated(ada.session()));
  }

  @Test
  void callsAMemberByTheNewName() {
    rooms.join(ada, room, ALL);
    rooms.renamed(ada.person(), DisplayName.of("Countess"));

    assertEquals("Countess", member(ada).name().value());
  }

  @Test
  void letsOnlyTheOwnerDeleteARoomAndSaysSoBeforeItLooksInside() {
    rooms.join(ada, room, ALL);

    refused(Reason.NOT_ALLOWED, () -> rooms.delete(grace, room, false));
    refused(Reason.NOT_ALLOWED, () -> rooms.delete(grace, room, true));
    assertTrue(rooms.room(room).isPresent());

    refused(Reason.ROOM_NOT_EMPTY, () -> rooms.delete(OWNER, room, false));
    rooms.delete(OWNER, room, true);
    assertEquals(List.of(), rooms.rooms());
  }

  @Test
  void letsEverybodyDeleteARoomWhoseOwnerIsNotKnown() {
    KeptRoom kept =
        new KeptRoom(new RoomId("d7"), new RoomName("Old"), PlaceKind.DESKTOP, Optional.empty());
    store.put(kept);
    InMemoryRooms next = start();

    next.delete(grace, kept.id(), false);
    assertEquals(Optional.empty(), next.room(kept.id()));
  }

  @Test
  void letsTheOwnerOfTheLastRunDeleteARoomByAnyName() {
    Owner owner = new Owner(ada.person(), Optional.of(DisplayName.of("Countess")));
    KeptRoom kept =
        new KeptRoom(new RoomId("d7"), new RoomName("Old"), PlaceKind.DESKTOP, Optional.of(owner));
    store.put(kept);
    InMemoryRooms next = start();

    refused(Reason.NOT_ALLOWED, () -> next.delete(grace, kept.id(), false));
    next.delete(ada, kept.id(), false);
  }

  @Test
  void letsAnyoneDeleteARoomWhereTheSiteSaysSo() {
    RoomSettings limits = new RoomSettings(2, 9, 9, 2, 0, Duration.ofSeconds(60), Deleter.ANYONE);
    InMemoryRooms open = RoomsForTests.rooms(limits, timers, streams, events::add);
    RoomId made = open.create(ada, new RoomName("Open"), PlaceKind.GROUP).id();

    open.delete(grace, made, false);
    assertEquals(List.of(), open.rooms());
  }
}
