package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.testing.ManualTimers;

/** Every way in which the stage of a room changes hands. */
class StageTest {

  private static final Devices ALL = new Devices(true, true, false, false);
  private static final Duration PREPARE = Duration.ofSeconds(60);
  private static final Duration RECONNECT = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      new InMemoryRooms(
          new RoomSettings(3, 30, 0, PREPARE),
          new PresenceSettings(100, 10, RECONNECT, Duration.ofSeconds(4)),
          timers,
          streams,
          events::add);
  private final Stages stages = rooms.stages();

  private final Visitor ada = visitor("Ada");
  private final Visitor grace = visitor("Grace");
  private final Visitor edsger = visitor("Edsger");
  private final RoomId room =
      rooms.create(new RoomName("Plans"), RoomKind.DESKTOP, grace.id()).id();

  StageTest() {
    for (Visitor visitor : List.of(ada, grace, edsger)) {
      rooms.join(room, visitor, ALL);
    }
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

  private static RoomRefused refused(Reason reason, Executable step) {
    RoomRefused refusal = assertThrows(RoomRefused.class, step);
    assertEquals(reason, refusal.reason());
    return refusal;
  }

  private void assertStage(Visitor holder, boolean onAir, Visitor... requests) {
    assertEquals(
        new StageState(
            Optional.of(holder.id()), onAir, Arrays.stream(requests).map(Visitor::id).toList()),
        stages.of(room));
  }

  private void assertFree() {
    assertEquals(StageState.FREE, stages.of(room));
  }

  private StreamId screen(Visitor visitor) {
    return rooms.publish(visitor.session(), "screen");
  }

  private StreamId share(Visitor visitor) {
    stages.take(visitor.session());
    StreamId stream = screen(visitor);
    rooms.published(new OnAir(stream, false, true, "VP8"));
    return stream;
  }

  private List<MemberStream> streamsOf(Visitor visitor) {
    return rooms.member(room, visitor.id()).orElseThrow().streams();
  }

  /** Also drops what was told before. */
  private long told(RoomEvent event) {
    long times = events.stream().filter(event::equals).count();
    events.clear();
    return times;
  }

  @Test
  void isFreeAtFirstAndInAnUnknownRoom() {
    assertFree();
    assertEquals(StageState.FREE, stages.of(RoomId.fresh()));
  }

  @Test
  void isReservedForWhoTakesIt() {
    stages.take(ada.session());

    assertStage(ada, false);
    assertEquals(1, told(new StageChanged(room)));
    assertEquals(Optional.empty(), rooms.room(room).orElseThrow().sharer());
  }

  @Test
  void isTakenAgainByItsHolderWithoutNews() {
    share(ada);
    events.clear();
    stages.take(ada.session());

    assertStage(ada, true);
    assertEquals(List.of(), events);
  }

  @Test
  void namesWhoHasItToWhoWantsIt() {
    stages.take(ada.session());

    assertTrue(
        refused(Reason.STAGE_BUSY, () -> stages.take(grace.session()))
            .getMessage()
            .startsWith("Ada "));
    assertStage(ada, false);
  }

  @Test
  void goesToOneOfManyWhoTakeItAtOnce() throws Exception {
    List<Visitor> crowd = new ArrayList<>();
    List<Callable<Boolean>> presses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Visitor one = visitor("Person " + i);
      rooms.join(room, one, ALL);
      crowd.add(one);
      presses.add(() -> takes(one));
    }
    var threads = Executors.newFixedThreadPool(8);
    int won = 0;
    try {
      for (Future<Boolean> press : threads.invokeAll(presses)) {
        won += press.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }

    assertEquals(1, won);
    PersonId holder = stages.of(room).holder().orElseThrow();
    assertTrue(crowd.stream().anyMatch(one -> one.id().equals(holder)));
  }

  private boolean takes(Visitor visitor) {
    try {
      stages.take(visitor.session());
      return true;
    } catch (RoomRefused busy) {
      return false;
    }
  }

  @Test
  void needsASeat() {
    Visitor stranger = visitor("Stranger");

    refused(Reason.NOT_IN_A_ROOM, () -> stages.take(stranger.session()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.leave(stranger.session()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.request(stranger.session()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.withdraw(stranger.session()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.decline(stranger.session(), ada.id()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.grant(stranger.session(), ada.id()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.takeBack(stranger.session()));
  }

  @Test
  void isNeededToPublishAScreen() {
    int before = streams.open.size();
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
    stages.take(grace.session());
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));

    assertEquals(before, streams.open.size());
  }

  @Test
  void letsItsHolderPublishAScreenBesideTheCamera() {
    stages.take(ada.session());
    StreamId screen = screen(ada);
    StreamId camera = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(screen, true, true, "VP8"));
    rooms.published(new OnAir(camera, true, true, "H264"));

    assertEquals(
        List.of(
            new MemberStream(camera.name(), "camera", true, true, "H264"),
            new MemberStream(screen.name(), "screen", true, true, "VP8")),
        streamsOf(ada));
    assertEquals(screen, rooms.play(grace.session(), screen.name()));
    assertEquals(camera, rooms.play(grace.session(), camera.name()));
    assertEquals(screen, rooms.view(room, screen.name()));
    assertTrue(streams.open.containsAll(Set.of(screen, camera)));
  }

  @Test
  void isOnAirWithTheScreenAndNotWithTheCamera() {
    stages.take(ada.session());
    StreamId camera = rooms.publish(ada.session(), "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    assertStage(ada, false);

    StreamId screen = screen(ada);
    events.clear();
    rooms.published(new OnAir(screen, false, true, "VP8"));

    assertStage(ada, true);
    assertEquals(Optional.of(ada.name()), rooms.room(room).orElseThrow().sharer());
    assertEquals(List.of(new MemberUpdated(room, ada.id()), new StageChanged(room)), events);
    events.clear();
    rooms.unpublished(camera);
    assertEquals(0, told(new StageChanged(room)));
  }

  @Test
  void isToldAgainWhenTheSharerIsCalledOtherwise() {
    share(ada);
    events.clear();
    rooms.renamed(ada.id(), DisplayName.of("Countess"));

    assertEquals(1, told(new StageChanged(room)));
    assertEquals("Countess", rooms.room(room).orElseThrow().sharer().orElseThrow().value());
  }

  @Test
  void isGivenBackWithTheScreen() {
    StreamId screen = share(ada);
    events.clear();
    stages.leave(ada.session());

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(), streamsOf(ada));
    assertEquals(List.of(new MemberUpdated(room, ada.id()), new StageChanged(room)), events);
    rooms.unpublished(screen);
    assertFree();
    stages.take(grace.session());
    assertStage(grace, false);
  }

  @Test
  void isLeftByWhoHasItOnly() {
    stages.take(ada.session());
    events.clear();
    stages.leave(grace.session());

    assertStage(ada, false);
    assertEquals(List.of(), events);
  }

  @Test
  void changesHandsTwentyTimes() {
    for (int i = 0; i < 20; i++) {
      Visitor sharer = List.of(ada, grace, edsger).get(i % 3);
      StreamId screen = share(sharer);
      assertStage(sharer, true);
      stages.leave(sharer.session());
      rooms.unpublished(screen);
      assertFree();
    }
    assertEquals(3, streams.open.size());
    timers.pass(Duration.ofHours(1));
    assertFree();
  }

  // Who shows nothing

  @Test
  void freesItselfWhenNothingIsShown() {
    stages.take(ada.session());
    StreamId screen = screen(ada);
    timers.pass(PREPARE.minus(MOMENT));
    assertStage(ada, false);

    events.clear();
    timers.pass(MOMENT);
    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(1, told(new StageChanged(room)));
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
  }

  @Test
  void isNotReservedForLongerByTakingItAgain() {
    stages.take(ada.session());
    timers.pass(Duration.ofSeconds(50));
    stages.take(ada.session());
    timers.pass(Duration.ofSeconds(10));

    assertFree();
  }

  @Test
  void staysWhenTheScreenComesInTheLastMoment() {
    stages.take(ada.session());
    StreamId screen = screen(ada);
    timers.pass(PREPARE.minus(MOMENT));
    rooms.published(new OnAir(screen, false, true, "VP8"));
    timers.pass(Duration.ofHours(1));

    assertStage(ada, true);
  }

  @Test
  void staysFreeWhenTheScreenComesTooLate() {
    stages.take(ada.session());
    StreamId screen = screen(ada);
    timers.pass(PREPARE);
    rooms.published(new OnAir(screen, false, true, "VP8"));

    assertFree();
    assertEquals(List.of(), streamsOf(ada));
  }

  @Test
  void doesNotTakeTheTimerOfAnEarlierHolderForTheNextOnes() {
    stages.take(ada.session());
    timers.pass(Duration.ofSeconds(30));
    stages.leave(ada.session());
    stages.take(ada.session());
    timers.pass(Duration.ofSeconds(59));
    assertStage(ada, false);

    timers.pass(Duration.ofSeconds(1));
    assertFree();
  }

  @Test
  void isKeptForAScreenThatComesBackOnAir() {
    StreamId screen = share(ada);
    rooms.unpublished(screen);
    assertStage(ada, false);
    assertEquals(screen, screen(ada));
    timers.pass(RECONNECT.minus(MOMENT));
    rooms.published(new OnAir(screen, false, true, "VP8"));
    timers.pass(Duration.ofHours(1));

    assertStage(ada, true);
  }

  @Test
  void freesItselfWhenTheScreenDoesNotComeBack() {
    StreamId screen = share(ada);
    rooms.unpublished(screen);
    timers.pass(RECONNECT);

    assertFree();
    assertFalse(streams.open.contains(screen));
  }

  @Test
  void replacesAScreenThatItsPageForgot() {
    StreamId first = share(ada);
    StreamId second = screen(ada);

    assertNotEquals(first, second);
    assertFalse(streams.open.contains(first));
    assertStage(ada, false);
    rooms.unpublished(first);
    rooms.published(new OnAir(second, false, true, "VP8"));
    timers.pass(Duration.ofHours(1));
    assertStage(ada, true);
  }

  // Asking for it

  @Test
  void isAskedForInOrder() {
    stages.take(ada.session());
    stages.request(grace.session());
    stages.request(edsger.session());
    events.clear();
    stages.request(grace.session());

    assertStage(ada, false, grace, edsger);
    assertEquals(List.of(), events);
    stages.withdraw(grace.session());
    assertStage(ada, false, edsger);
    assertEquals(1, told(new StageChanged(room)));
    stages.withdraw(grace.session());
    assertEquals(List.of(), events);
  }

  @Test
  void isNotAskedForWhenItIsFreeOrOnesOwn() {
    refused(Reason.STAGE_FREE, () -> stages.request(ada.session()));
    stages.take(ada.session());
    stages.request(ada.session());

    assertStage(ada, false);
  }

  @Test
  void isDeclinedByItsHolderOnly() {
    stages.take(ada.session());
    stages.request(grace.session());
    refused(Reason.NOT_ON_STAGE, () -> stages.decline(edsger.session(), grace.id()));
    refused(Reason.NOT_ON_STAGE, () -> stages.decline(grace.session(), grace.id()));
    assertStage(ada, false, grace);

    events.clear();
    stages.decline(ada.session(), grace.id());
    assertStage(ada, false);
    assertEquals(1, told(new StageChanged(room)));
    stages.decline(ada.session(), grace.id());
    assertEquals(List.of(), events);
  }

  @Test
  void isGrantedWithTheScreenOfItsHolderEnding() {
    StreamId screen = share(ada);
    stages.request(grace.session());
    stages.request(edsger.session());
    events.clear();
    stages.grant(ada.session(), grace.id());

    assertStage(grace, false, edsger);
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(new MemberUpdated(room, ada.id()), new StageChanged(room)), events);
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
    rooms.unpublished(screen);
    assertStage(grace, false, edsger);
    StreamId next = screen(grace);
    rooms.published(new OnAir(next, false, true, "VP8"));
    assertStage(grace, true, edsger);
  }

  @Test
  void isReservedAnewForWhomItIsGrantedTo() {
    stages.take(ada.session());
    stages.request(grace.session());
    timers.pass(Duration.ofSeconds(50));
    stages.grant(ada.session(), grace.id());
    timers.pass(PREPARE.minus(MOMENT));
    assertStage(grace, false);

    timers.pass(MOMENT);
    assertFree();
  }

  @Test
  void isGrantedByItsHolderToWhoAsksOnly() {
    stages.take(ada.session());
    stages.request(grace.session());

    refused(Reason.NOT_ON_STAGE, () -> stages.grant(grace.session(), grace.id()));
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada.session(), edsger.id()));
    stages.withdraw(grace.session());
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada.session(), grace.id()));
    assertStage(ada, false);
  }

  @Test
  void isNotGrantedByWhoHasLeft() {
    share(ada);
    stages.request(grace.session());
    rooms.leave(ada.session());

    refused(Reason.NOT_IN_A_ROOM, () -> stages.grant(ada.session(), grace.id()));
    assertFree();
  }

  @Test
  void isNotGrantedToWhoHasLeft() {
    StreamId screen = share(ada);
    stages.request(grace.session());
    rooms.leave(grace.session());

    assertStage(ada, true);
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada.session(), grace.id()));
    assertStage(ada, true);
    assertTrue(streams.open.contains(screen));
  }

  @Test
  void needsNoAskingWhenItBecomesFree() {
    stages.take(ada.session());
    stages.request(grace.session());
    stages.leave(ada.session());

    assertFree();
    stages.take(edsger.session());
    assertStage(edsger, false);
  }

  // The room's owner

  @Test
  void isTakenBackByTheOwnerWhoeverHasIt() {
    StreamId screen = share(ada);
    stages.request(edsger.session());
    events.clear();
    stages.takeBack(grace.session());

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(new MemberUpdated(room, ada.id()), new StageChanged(room)), events);
    events.clear();
    stages.takeBack(grace.session());
    assertEquals(List.of(), events);
  }

  @Test
  void isTakenBackByNobodyElse() {
    share(ada);

    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(edsger.session()));
    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(ada.session()));
    assertStage(ada, true);
  }

  @Test
  void isTakenBackByNobodyWhereTheOwnerIsUnknown() {
    RoomId old = new RoomId("old1");
    rooms.restore(
        List.of(new KeptRoom(old, new RoomName("Old"), RoomKind.DESKTOP, Optional.empty())));
    rooms.join(old, grace, ALL);

    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(grace.session()));
  }

  @Test
  void staysFreeWhenTakenBackWhileTheScreenIsOnItsWay() {
    stages.take(ada.session());
    StreamId screen = screen(ada);
    stages.takeBack(grace.session());
    assertFalse(streams.open.contains(screen));
    rooms.published(new OnAir(screen, false, true, "VP8"));

    assertFree();
    assertEquals(List.of(), streamsOf(ada));
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
  }

  // Losing seat, page or connection

  @Test
  void freesItselfWhenItsHolderLeaves() {
    StreamId screen = share(ada);
    stages.request(grace.session());
    events.clear();
    rooms.leave(ada.session());

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(1, told(new StageChanged(room)));
    timers.pass(Duration.ofHours(1));
    assertFree();
  }

  @Test
  void freesItselfWhenItsHolderGoesIntoAnotherRoom() {
    share(ada);
    RoomId other = rooms.create(new RoomName("Other"), RoomKind.GROUP, ada.id()).id();
    rooms.join(other, ada, ALL);

    assertFree();
    assertEquals(StageState.FREE, stages.of(other));
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
  }

  @Test
  void freesItselfAtOnceWhenItsHoldersPageSaysGoodbye() {
    StreamId screen = share(ada);
    rooms.disconnected(ada.session(), true);

    assertFree();
    assertFalse(streams.open.contains(screen));
    Visitor reloaded = otherTab(ada);
    rooms.join(room, reloaded, ALL);
    assertFree();
    refused(Reason.NOT_ON_STAGE, () -> screen(reloaded));
    share(reloaded);
    assertStage(ada, true);
  }

  @Test
  void freesItselfWhenItsHolderSitsInAnotherTab() {
    StreamId screen = share(ada);
    Visitor second = otherTab(ada);
    rooms.join(room, second, ALL);

    assertFree();
    assertFalse(streams.open.contains(screen));
    rooms.disconnected(ada.session(), true);
    stages.take(second.session());
    assertStage(ada, false);
  }

  @Test
  void isKeptOverABrokenConnection() {
    StreamId screen = share(ada);
    rooms.disconnected(ada.session(), false);
    timers.pass(Duration.ofSeconds(19));
    Visitor back = again(ada);
    rooms.join(room, back, ALL);
    timers.pass(Duration.ofHours(1));

    assertStage(ada, true);
    assertTrue(streams.open.contains(screen));
    refused(Reason.STAGE_BUSY, () -> stages.take(grace.session()));
  }

  @Test
  void isKeptWhenTheScreenGoesOffAirWithTheConnection() {
    StreamId screen = share(ada);
    rooms.unpublished(screen);
    timers.pass(Duration.ofSeconds(15));
    rooms.disconnected(ada.session(), false);
    // The time for the screen is over, and the time for the seat is not.
    timers.pass(Duration.ofSeconds(19));
    assertStage(ada, false);

    Visitor back = again(ada);
    rooms.join(room, back, ALL);
    timers.pass(RECONNECT.minus(MOMENT));
    rooms.published(new OnAir(screen(back), false, true, "VP8"));
    timers.pass(Duration.ofHours(1));
    assertStage(ada, true);
  }

  @Test
  void freesItselfWhenTheScreenDoesNotComeBackWithTheConnection() {
    StreamId screen = share(ada);
    rooms.unpublished(screen);
    rooms.disconnected(ada.session(), false);
    timers.pass(Duration.ofSeconds(19));
    rooms.join(room, again(ada), ALL);
    timers.pass(RECONNECT);

    assertFree();
  }

  @Test
  void freesItselfWhenTheSeatOfABrokenConnectionIsLost() {
    StreamId screen = share(ada);
    rooms.disconnected(ada.session(), false);
    timers.pass(RECONNECT);

    assertFree();
    assertFalse(streams.open.contains(screen));
  }

  @Test
  void forgetsTheRequestOfAPageThatIsGone() {
    stages.take(ada.session());
    stages.request(grace.session());
    stages.request(edsger.session());
    rooms.disconnected(grace.session(), true);
    assertStage(ada, false, edsger);

    rooms.disconnected(edsger.session(), false);
    assertStage(ada, false, edsger);
    rooms.join(room, again(edsger), ALL);
    assertStage(ada, false, edsger);
  }

  // What becomes of the room

  @Test
  void goesWithItsRoom() {
    share(ada);
    rooms.delete(room, true, grace.name());
    timers.pass(Duration.ofHours(1));

    assertFree();
    assertTrue(streams.open.isEmpty());
  }

  @Test
  void isThereInCallsAndGoesOnWhenTheyBecomeGroups() {
    RoomId call = rooms.openCall(Set.of(ada.id(), grace.id()));
    rooms.join(call, ada, ALL);
    rooms.join(call, grace, ALL);
    StreamId screen = share(ada);
    refused(Reason.STAGE_BUSY, () -> stages.take(grace.session()));
    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(grace.session()));

    StageState before = stages.of(call);
    rooms.makeGroup(call, new RoomName("Us"), grace.id());
    assertEquals(before, stages.of(call));
    assertTrue(streams.open.contains(screen));
    assertEquals(Optional.of(ada.name()), rooms.room(call).orElseThrow().sharer());
    stages.takeBack(grace.session());
    assertEquals(StageState.FREE, stages.of(call));
  }

  @Test
  void sendsWhoLeavesAwayFromScreensToo() {
    StreamId screen = share(ada);
    StreamId camera = rooms.publish(ada.session(), "camera");
    rooms.leave(grace.session());

    assertEquals(List.of(grace.id()), streams.sentAway.get(screen));
    assertEquals(List.of(grace.id()), streams.sentAway.get(camera));
  }
}
