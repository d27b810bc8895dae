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
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Every way in which the stage of a room changes hands. */
class StageTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final Duration PREPARE = Duration.ofSeconds(60);
  private static final Duration RECONNECT = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(RoomsForTests.limits(3, 30, 0, PREPARE), timers, streams, events::add);
  private final Stages stages = rooms.stages();

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor edsger = Actors.named("Edsger");
  private final RoomId room = rooms.create(grace, new RoomName("Plans"), PlaceKind.DESKTOP).id();

  StageTest() {
    for (Actor visitor : List.of(ada, grace, edsger)) {
      rooms.join(visitor, room, ALL);
    }
  }

  private static RoomRefused refused(Reason reason, Executable step) {
    RoomRefused refusal = assertThrows(RoomRefused.class, step);
    assertEquals(reason, refusal.reason());
    return refusal;
  }

  private void assertStage(Actor holder, boolean onAir, Actor... requests) {
    assertEquals(
        new StageState(
            Optional.of(holder.person()),
            onAir,
            Arrays.stream(requests).map(Actor::person).toList()),
        stages.of(room));
  }

  private void assertFree() {
    assertEquals(StageState.FREE, stages.of(room));
  }

  private StreamId screen(Actor visitor) {
    return rooms.publish(visitor, "screen");
  }

  private StreamId share(Actor visitor) {
    stages.take(visitor);
    StreamId stream = screen(visitor);
    rooms.published(new OnAir(stream, false, true, "VP8"));
    return stream;
  }

  private List<MemberStream> streamsOf(Actor visitor) {
    return rooms.member(room, visitor.person()).orElseThrow().streams();
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
    stages.take(ada);

    assertStage(ada, false);
    assertEquals(1, told(new StageChanged(room)));
    assertEquals(Optional.empty(), rooms.room(room).orElseThrow().sharer());
  }

  @Test
  void isTakenAgainByItsHolderWithoutNews() {
    share(ada);
    events.clear();
    stages.take(ada);

    assertStage(ada, true);
    assertEquals(List.of(), events);
  }

  @Test
  void namesWhoHasItToWhoWantsIt() {
    stages.take(ada);

    assertTrue(
        refused(Reason.STAGE_BUSY, () -> stages.take(grace)).getMessage().startsWith("Ada "));
    assertStage(ada, false);
  }

  @Test
  void goesToOneOfManyWhoTakeItAtOnce() throws Exception {
    List<Actor> crowd = new ArrayList<>();
    List<Callable<Boolean>> presses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Actor one = Actors.named("Person " + i);
      rooms.join(one, room, ALL);
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
    assertTrue(crowd.stream().anyMatch(one -> one.person().equals(holder)));
  }

  private boolean takes(Actor visitor) {
    try {
      stages.take(visitor);
      return true;
    } catch (RoomRefused busy) {
      return false;
    }
  }

  @Test
  void needsASeat() {
    Actor stranger = Actors.named("Stranger");

    refused(Reason.NOT_IN_A_ROOM, () -> stages.take(stranger));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.leave(stranger));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.request(stranger));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.withdraw(stranger));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.decline(stranger, ada.person()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.grant(stranger, ada.person()));
    refused(Reason.NOT_IN_A_ROOM, () -> stages.takeBack(stranger));
  }

  @Test
  void isNeededToPublishAScreen() {
    int before = streams.open.size();
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
    stages.take(grace);
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));

    assertEquals(before, streams.open.size());
  }

  /** They come before everybody's cameras: nobody may say so of a camera. */
  @Test
  void tellsWhichStreamsToReceiveAreScreens() {
    stages.take(ada);
    String screen = screen(ada).name();
    String camera = rooms.publish(ada, "camera").name();
    assertEquals(Set.of(screen), rooms.receive(grace, List.of(camera, screen)).screens());
    assertEquals(Set.of(), rooms.receive(grace, List.of(camera)).screens());
  }

  @Test
  void letsItsHolderPublishAScreenBesideTheCamera() {
    stages.take(ada);
    StreamId screen = screen(ada);
    StreamId camera = rooms.publish(ada, "camera");
    rooms.published(new OnAir(screen, true, true, "VP8"));
    rooms.published(new OnAir(camera, true, true, "H264"));

    assertEquals(
        List.of(
            new MemberStream(camera.name(), "camera", true, true, "H264"),
            new MemberStream(screen.name(), "screen", true, true, "VP8")),
        streamsOf(ada));
    assertEquals(screen, rooms.play(grace, screen.name()));
    assertEquals(camera, rooms.play(grace, camera.name()));
    assertEquals(screen, rooms.view(grace, room, screen.name()));
    assertTrue(streams.open.containsAll(Set.of(screen, camera)));
  }

  @Test
  void isOnAirWithTheScreenAndNotWithTheCamera() {
    stages.take(ada);
    StreamId camera = rooms.publish(ada, "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    assertStage(ada, false);

    StreamId screen = screen(ada);
    events.clear();
    rooms.published(new OnAir(screen, false, true, "VP8"));

    assertStage(ada, true);
    assertEquals(Optional.of(ada.name()), rooms.room(room).orElseThrow().sharer());
    assertEquals(List.of(new MemberUpdated(room, ada.person()), new StageChanged(room)), events);
    events.clear();
    rooms.unpublished(camera);
    assertEquals(0, told(new StageChanged(room)));
  }

  @Test
  void isToldAgainWhenTheSharerIsCalledOtherwise() {
    share(ada);
    events.clear();
    rooms.renamed(ada.person(), DisplayName.of("Countess"));

    assertEquals(1, told(new StageChanged(room)));
    assertEquals("Countess", rooms.room(room).orElseThrow().sharer().orElseThrow().value());
  }

  @Test
  void isGivenBackWithTheScreen() {
    StreamId screen = share(ada);
    events.clear();
    stages.leave(ada);

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(), streamsOf(ada));
    assertEquals(List.of(new MemberUpdated(room, ada.person()), new StageChanged(room)), events);
    rooms.unpublished(screen);
    assertFree();
    stages.take(grace);
    assertStage(grace, false);
  }

  @Test
  void isLeftByWhoHasItOnly() {
    stages.take(ada);
    events.clear();
    stages.leave(grace);

    assertStage(ada, false);
    assertEquals(List.of(), events);
  }

  @Test
  void changesHandsTwentyTimes() {
    for (int i = 0; i < 20; i++) {
      Actor sharer = List.of(ada, grace, edsger).get(i % 3);
      StreamId screen = share(sharer);
      assertStage(sharer, true);
      stages.leave(sharer);
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
    stages.take(ada);
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
    stages.take(ada);
    timers.pass(Duration.ofSeconds(50));
    stages.take(ada);
    timers.pass(Duration.ofSeconds(10));

    assertFree();
  }

  @Test
  void staysWhenTheScreenComesInTheLastMoment() {
    stages.take(ada);
    StreamId screen = screen(ada);
    timers.pass(PREPARE.minus(MOMENT));
    rooms.published(new OnAir(screen, false, true, "VP8"));
    timers.pass(Duration.ofHours(1));

    assertStage(ada, true);
  }

  @Test
  void staysFreeWhenTheScreenComesTooLate() {
    stages.take(ada);
    StreamId screen = screen(ada);
    timers.pass(PREPARE);
    rooms.published(new OnAir(screen, false, true, "VP8"));

    assertFree();
    assertEquals(List.of(), streamsOf(ada));
  }

  @Test
  void doesNotTakeTheTimerOfAnEarlierHolderForTheNextOnes() {
    stages.take(ada);
    timers.pass(Duration.ofSeconds(30));
    stages.leave(ada);
    stages.take(ada);
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
    stages.take(ada);
    stages.request(grace);
    stages.request(edsger);
    events.clear();
    stages.request(grace);

    assertStage(ada, false, grace, edsger);
    assertEquals(List.of(), events);
    stages.withdraw(grace);
    assertStage(ada, false, edsger);
    assertEquals(1, told(new StageChanged(room)));
    stages.withdraw(grace);
    assertEquals(List.of(), events);
  }

  @Test
  void isNotAskedForWhenItIsFreeOrOnesOwn() {
    refused(Reason.STAGE_FREE, () -> stages.request(ada));
    stages.take(ada);
    stages.request(ada);

    assertStage(ada, false);
  }

  @Test
  void isDeclinedByItsHolderOnly() {
    stages.take(ada);
    stages.request(grace);
    refused(Reason.NOT_ON_STAGE, () -> stages.decline(edsger, grace.person()));
    refused(Reason.NOT_ON_STAGE, () -> stages.decline(grace, grace.person()));
    assertStage(ada, false, grace);

    events.clear();
    stages.decline(ada, grace.person());
    assertStage(ada, false);
    assertEquals(1, told(new StageChanged(room)));
    stages.decline(ada, grace.person());
    assertEquals(List.of(), events);
  }

  @Test
  void isGrantedWithTheScreenOfItsHolderEnding() {
    StreamId screen = share(ada);
    stages.request(grace);
    stages.request(edsger);
    events.clear();
    stages.grant(ada, grace.person());

    assertStage(grace, false, edsger);
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(new MemberUpdated(room, ada.person()), new StageChanged(room)), events);
    refused(Reason.NOT_ON_STAGE, () -> screen(ada));
    rooms.unpublished(screen);
    assertStage(grace, false, edsger);
    StreamId next = screen(grace);
    rooms.published(new OnAir(next, false, true, "VP8"));
    assertStage(grace, true, edsger);
  }

  @Test
  void isReservedAnewForWhomItIsGrantedTo() {
    stages.take(ada);
    stages.request(grace);
    timers.pass(Duration.ofSeconds(50));
    stages.grant(ada, grace.person());
    timers.pass(PREPARE.minus(MOMENT));
    assertStage(grace, false);

    timers.pass(MOMENT);
    assertFree();
  }

  @Test
  void isGrantedByItsHolderToWhoAsksOnly() {
    stages.take(ada);
    stages.request(grace);

    refused(Reason.NOT_ON_STAGE, () -> stages.grant(grace, grace.person()));
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada, edsger.person()));
    stages.withdraw(grace);
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada, grace.person()));
    assertStage(ada, false);
  }

  @Test
  void isNotGrantedByWhoHasLeft() {
    share(ada);
    stages.request(grace);
    rooms.leave(ada);

    refused(Reason.NOT_IN_A_ROOM, () -> stages.grant(ada, grace.person()));
    assertFree();
  }

  @Test
  void isNotGrantedToWhoHasLeft() {
    StreamId screen = share(ada);
    stages.request(grace);
    rooms.leave(grace);

    assertStage(ada, true);
    refused(Reason.NO_SUCH_REQUEST, () -> stages.grant(ada, grace.person()));
    assertStage(ada, true);
    assertTrue(streams.open.contains(screen));
  }

  @Test
  void needsNoAskingWhenItBecomesFree() {
    stages.take(ada);
    stages.request(grace);
    stages.leave(ada);

    assertFree();
    stages.take(edsger);
    assertStage(edsger, false);
  }

  // The room's owner

  @Test
  void isTakenBackByTheOwnerWhoeverHasIt() {
    StreamId screen = share(ada);
    stages.request(edsger);
    events.clear();
    stages.takeBack(grace);

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(List.of(new MemberUpdated(room, ada.person()), new StageChanged(room)), events);
    events.clear();
    stages.takeBack(grace);
    assertEquals(List.of(), events);
  }

  @Test
  void isTakenBackByNobodyElse() {
    share(ada);

    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(edsger));
    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(ada));
    assertStage(ada, true);
  }

  @Test
  void isTakenBackByNobodyWhereTheOwnerIsUnknown() {
    RoomId old = new RoomId("old1");
    MemoryRoomStore store = new MemoryRoomStore();
    store.put(new KeptRoom(old, new RoomName("Old"), PlaceKind.DESKTOP, Optional.empty()));
    InMemoryRooms restored =
        RoomsForTests.rooms(
            RoomsForTests.limits(3, 30, 0, PREPARE), timers, streams, store, events::add);
    restored.join(grace, old, ALL);

    refused(Reason.NOT_ALLOWED, () -> restored.stages().takeBack(grace));
  }

  @Test
  void staysFreeWhenTakenBackWhileTheScreenIsOnItsWay() {
    stages.take(ada);
    StreamId screen = screen(ada);
    stages.takeBack(grace);
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
    stages.request(grace);
    events.clear();
    rooms.leave(ada);

    assertFree();
    assertFalse(streams.open.contains(screen));
    assertEquals(1, told(new StageChanged(room)));
    timers.pass(Duration.ofHours(1));
    assertFree();
  }

  @Test
  void freesItselfWhenItsHolderGoesIntoAnotherRoom() {
    share(ada);
    RoomId other = rooms.create(ada, new RoomName("Other"), PlaceKind.GROUP).id();
    rooms.join(ada, other, ALL);

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
    Actor reloaded = Actors.otherTab(ada);
    rooms.join(reloaded, room, ALL);
    assertFree();
    refused(Reason.NOT_ON_STAGE, () -> screen(reloaded));
    share(reloaded);
    assertStage(ada, true);
  }

  @Test
  void freesItselfWhenItsHolderSitsInAnotherTab() {
    StreamId screen = share(ada);
    Actor second = Actors.otherTab(ada);
    rooms.join(second, room, ALL);

    assertFree();
    assertFalse(streams.open.contains(screen));
    rooms.disconnected(ada.session(), true);
    stages.take(second);
    assertStage(ada, false);
  }

  @Test
  void isKeptOverABrokenConnection() {
    StreamId screen = share(ada);
    rooms.disconnected(ada.session(), false);
    timers.pass(Duration.ofSeconds(19));
    Actor back = Actors.again(ada);
    rooms.join(back, room, ALL);
    timers.pass(Duration.ofHours(1));

    assertStage(ada, true);
    assertTrue(streams.open.contains(screen));
    refused(Reason.STAGE_BUSY, () -> stages.take(grace));
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

    Actor back = Actors.again(ada);
    rooms.join(back, room, ALL);
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
    rooms.join(Actors.again(ada), room, ALL);
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
    stages.take(ada);
    stages.request(grace);
    stages.request(edsger);
    rooms.disconnected(grace.session(), true);
    assertStage(ada, false, edsger);

    rooms.disconnected(edsger.session(), false);
    assertStage(ada, false, edsger);
    rooms.join(Actors.again(edsger), room, ALL);
    assertStage(ada, false, edsger);
  }

  // What becomes of the room

  @Test
  void goesWithItsRoom() {
    share(ada);
    rooms.delete(grace, room, true);
    timers.pass(Duration.ofHours(1));

    assertFree();
    assertTrue(streams.open.isEmpty());
  }

  @Test
  void isThereInCallsAndGoesOnWhenTheyBecomeGroups() {
    RoomId call = rooms.openCall(Set.of(ada.person(), grace.person()));
    rooms.join(ada, call, ALL);
    rooms.join(grace, call, ALL);
    StreamId screen = share(ada);
    refused(Reason.STAGE_BUSY, () -> stages.take(grace));
    refused(Reason.NOT_ALLOWED, () -> stages.takeBack(grace));

    StageState before = stages.of(call);
    rooms.makeGroup(grace, call, new RoomName("Us"));
    assertEquals(before, stages.of(call));
    assertTrue(streams.open.contains(screen));
    assertEquals(Optional.of(ada.name()), rooms.room(call).orElseThrow().sharer());
    stages.takeBack(grace);
    assertEquals(StageState.FREE, stages.of(call));
  }

  @Test
  void sendsWhoLeavesAwayFromScreensToo() {
    StreamId screen = share(ada);
    StreamId camera = rooms.publish(ada, "camera");
    rooms.leave(grace);

    assertEquals(List.of(grace.person()), streams.sentAway.get(screen));
    assertEquals(List.of(grace.person()), streams.sentAway.get(camera));
  }
}
