package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.Admitted;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.Muted;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.SentOut;
import plenum.room.RoomEvent.TurnedAway;
import plenum.room.RoomRefused.Reason;
import plenum.room.Rooms.Arrival;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** What owners and moderators decide, and what becomes of it. */
class ModerationTest {

  private static final Devices ON = Devices.of(true, true, false, false);
  private static final Devices MUTED = Devices.of(true, true, false, true);
  private static final Devices DARK = Devices.of(true, true, true, false);

  private final ManualTimers timers = new ManualTimers();
  private final OpenStreams streams = new OpenStreams();
  private final MemoryRoomStore store = new MemoryRoomStore();
  private final List<RoomEvent> events = new ArrayList<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(10, 5, 2, Duration.ofSeconds(60)),
          timers,
          streams,
          store,
          trail::add,
          events::add);
  private final Moderation moderation = rooms.moderation();
  private final Stages stages = rooms.stages();

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor bob = Actors.named("Bob");
  private final RoomId room = rooms.create(ada, new RoomName("Stand-up"), PlaceKind.GROUP).id();

  private RoomOptions set(String... pairs) {
    return moderation.decide(ada, room, before -> RoomsForTests.with(before, pairs));
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private Arrival join(Actor actor) {
    return rooms.join(actor, room, ON);
  }

  private StreamId camera(Actor actor) {
    return rooms.publish(actor, "camera");
  }

  private Member member(Actor actor) {
    return rooms.member(room, actor.person()).orElseThrow();
  }

  private <T extends RoomEvent> T last(Class<T> kind) {
    return events.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void letsOnlyModeratorsReadAndDecideOptionsAndKeepsThem() {
    refused(Reason.NOT_ALLOWED, () -> moderation.options(grace, room));
    refused(Reason.NOT_ALLOWED, () -> moderation.decide(grace, room, same -> same));
    set("locked", "true");
    assertTrue(moderation.options(ada, room).locked());
    assertTrue(store.all().get(0).options().locked());
    assertTrue(rooms.room(room).orElseThrow().options().locked());
  }

  @Test
  void letsNobodyIntoALockedRoomButModeratorsAndWhoIsInside() {
    join(grace);
    set("locked", "true");
    refused(Reason.ROOM_LOCKED, () -> join(bob));
    assertEquals(Arrival.SEATED, join(Actors.again(grace)));
    assertEquals(Arrival.SEATED, join(ada));
  }

  @Test
  void letsOnlyThoseOnTheListIntoARoomOfMembers() {
    set("access", "members", "members", grace.person() + " Grace", "groups", "staff");
    assertEquals(Arrival.SEATED, join(grace));
    refused(Reason.NOT_ALLOWED, () -> join(bob));
    Actor employee =
        new Actor(
            bob.person(),
            bob.name(),
            bob.roles(),
            bob.session(),
            bob.address(),
            bob.page(),
            Set.of("staff"));
    assertEquals(Arrival.SEATED, join(employee));
  }

  private Arrival join(Actor actor, String password) {
    return rooms.join(actor, room, ON, Decoding.UNKNOWN, Optional.of(password));
  }

  @Test
  void asksForThePasswordOnceAMeetingAndSlowsDownWhoGuesses() {
    set("access", "password", "password", RoomPassword.of("open sesame").hash());
    assertEquals(Arrival.SEATED, join(ada));
    refused(Reason.PASSWORD_NEEDED, () -> join(grace));
    refused(Reason.PASSWORD_WRONG, () -> join(grace, "Open sesame"));
    assertEquals(Arrival.SEATED, join(grace, "open sesame"));
    rooms.leave(grace);
    assertEquals(Arrival.SEATED, join(grace));
    rooms.leave(grace);
    set("password", RoomPassword.of("another one").hash());
    refused(Reason.PASSWORD_NEEDED, () -> join(grace));

    for (int i = 0; i < 10; i++) {
      refused(Reason.PASSWORD_WRONG, () -> join(bob, "guess"));
    }
    refused(Reason.TOO_MANY_ATTEMPTS, () -> join(bob, "another one"));
    assertEquals(Arrival.SEATED, join(grace, "another one"));
    assertFalse(trail.toString().contains("guess"));
    assertTrue(trail.stream().anyMatch(entry -> entry.detail().equals("password-wrong")));
  }

  @Test
  void letsPeopleWaitUntilAModeratorAdmitsThem() {
    set("lobby", "true");
    assertEquals(Arrival.WAITING, join(grace));
    assertFalse(moderation.isModerated(room));
    assertEquals(Arrival.SEATED, join(ada));
    assertTrue(moderation.isModerated(room));
    assertEquals(Arrival.WAITING, join(bob));
    assertEquals(
        List.of(grace.person(), bob.person()),
        moderation.waiting(room).stream().map(Waiting::person).toList());
    refused(Reason.NOT_IN_A_ROOM, () -> moderation.admit(grace, bob.person()));
    refused(Reason.NOT_WAITING, () -> moderation.admit(ada, Actors.id("Nobody")));

    moderation.admit(ada, grace.person());
    assertEquals(grace.session(), last(Admitted.class).session());
    assertEquals(Arrival.SEATED, join(grace));
    moderation.turnAway(ada, bob.person());
    assertEquals(bob.session(), last(TurnedAway.class).session());
    assertEquals(List.of(), moderation.waiting(room));
    assertEquals(Arrival.WAITING, join(bob));
    moderation.admitAll(ada);
    assertEquals(Arrival.SEATED, join(bob));

    rooms.leave(grace);
    assertEquals(Arrival.SEATED, join(grace), "once admitted is admitted for the meeting");
    rooms.leave(grace);
    rooms.leave(bob);
    rooms.leave(ada);
    assertEquals(Arrival.WAITING, join(grace), "the next meeting asks again");
  }

  @Test
  void forgetsWhoWaitedAndIsGoneAndTellsWhoWaitsThatTheRoomIsGone() {
    set("lobby", "true");
    join(grace);
    join(bob);
    rooms.disconnected(grace.session(), true);
    assertEquals(bob.person(), moderation.waiting(room).get(0).person());
    assertEquals(room, rooms.leave(bob));
    assertEquals(List.of(), moderation.waiting(room));
    join(bob);
    rooms.delete(ada, room, false);
    assertEquals(bob.session(), last(RoomDeleted.class).inside().get(0).session());
  }

  @Test
  void letsThoseInWhoWaitWhenThereIsNoLobbyAnyMore() {
    set("lobby", "true");
    join(grace);
    set("lobby", "false");
    assertEquals(grace.session(), last(Admitted.class).session());
    assertEquals(List.of(), moderation.waiting(room));
  }

  @Test
  void mutesSoThatNobodyHearsAndThePersonMayUnmute() {
    join(ada);
    join(grace);
    StreamId stream = camera(grace);
    refused(Reason.NOT_ALLOWED, () -> moderation.mute(grace, ada.person()));
    moderation.mute(ada, grace.person());
    assertEquals("sound ", streams.held.get(stream));
    assertTrue(member(grace).devices().muted());
    assertEquals(grace.session(), last(Muted.class).session());

    rooms.updateDevices(grace, ON);
    assertTrue(member(grace).devices().muted(), "the page did not know yet");
    rooms.updateDevices(grace, MUTED);
    assertEquals("sound ", streams.held.get(stream));
    rooms.updateDevices(grace, ON);
    assertEquals("", streams.held.get(stream));
    assertFalse(member(grace).devices().muted());
  }

  @Test
  void stopsACameraSoThatNobodySeesIt() {
    join(ada);
    join(grace);
    StreamId stream = camera(grace);
    moderation.stopCamera(ada, grace.person());
    assertEquals("picture", streams.held.get(stream));
    assertTrue(member(grace).devices().cameraOff());
    rooms.updateDevices(grace, DARK);
    rooms.updateDevices(grace, ON);
    assertEquals("", streams.held.get(stream));
  }

  @Test
  void holdsBackWhatTheRoomLeavesToModerators() {
    join(ada);
    join(grace);
    StreamId graces = camera(grace);
    StreamId adas = camera(ada);
    set("speak", "moderators", "camera", "moderators");
    assertEquals("sound picture", streams.held.get(graces));
    assertFalse(streams.held.containsKey(adas));
    assertTrue(member(grace).devices().muted() && member(grace).devices().cameraOff());
    assertFalse(member(ada).devices().muted());
    rooms.updateDevices(grace, MUTED);
    rooms.updateDevices(grace, ON);
    assertEquals("sound picture", streams.held.get(graces));
    join(bob);
    assertEquals("sound picture", streams.held.get(camera(bob)), "who comes later, too");
    moderation.appoint(ada, grace.person());
    assertEquals("", streams.held.get(graces));
  }

  @Test
  void leavesTheStageToModerators() {
    join(ada);
    join(grace);
    stages.take(grace);
    set("share", "moderators");
    assertEquals(Optional.empty(), stages.of(room).holder());
    refused(Reason.NOT_ALLOWED, () -> stages.take(grace));
    stages.take(ada);
    refused(Reason.NOT_ALLOWED, () -> stages.request(grace));
  }

  @Test
  void sendsSomebodyOutWhoHasToBeAdmittedToComeBack() {
    join(ada);
    join(grace);
    join(bob);
    StreamId stream = camera(grace);
    StreamId bobs = camera(bob);
    refused(Reason.NOT_ALLOWED, () -> moderation.remove(bob, grace.person()));
    moderation.remove(ada, grace.person());
    assertFalse(streams.open.contains(stream), "nobody gets anything of the person any more");
    assertTrue(streams.sentAway.get(bobs).contains(grace.person()), "nor the person of others");
    assertEquals(grace.session(), last(SentOut.class).session());
    assertEquals(LeaveReason.REMOVED, last(MemberLeft.class).reason());
    refused(Reason.NOT_IN_A_ROOM, () -> camera(grace));

    assertEquals(Arrival.WAITING, join(grace));
    moderation.admit(ada, grace.person());
    assertEquals(Arrival.SEATED, join(grace));
    refused(Reason.NO_SUCH_MEMBER, () -> moderation.remove(ada, Actors.id("Nobody")));

    moderation.remove(ada, bob.person());
    assertEquals(Arrival.WAITING, join(bob));
    rooms.leave(grace);
    rooms.leave(ada);
    assertEquals(bob.session(), last(Admitted.class).session(), "the meeting is over");
    assertEquals(Arrival.SEATED, join(bob));
  }

  @Test
  void letsAdministratorsActFromOutside() {
    join(ada);
    join(grace);
    refused(Reason.NOT_IN_A_ROOM, () -> moderation.mute(bob, grace.person()));
    Actor administrator = Actors.administrator("Hedy");
    moderation.mute(administrator, grace.person());
    assertTrue(member(grace).devices().muted());
    moderation.remove(administrator, ada.person());
    assertEquals(ada.session(), last(SentOut.class).session(), "even the owner");
    refused(Reason.NOT_IN_A_ROOM, () -> moderation.remove(administrator, bob.person()));
  }

  @Test
  void bansForTheMeetingAlsoSomebodyWhoWaits() {
    set("lobby", "true");
    join(ada);
    join(grace);
    moderation.ban(ada, grace.person());
    assertEquals(grace.session(), last(TurnedAway.class).session());
    refused(Reason.BANNED, () -> join(grace));
    refused(Reason.NOT_ALLOWED, () -> moderation.requireWatchable(grace, room));
    rooms.leave(ada);
    assertEquals(Arrival.WAITING, join(grace), "the meeting is over");
  }

  @Test
  void asksAModeratorWhoWasSentOutAsItAsksOthers() {
    join(ada);
    join(grace);
    moderation.appoint(ada, grace.person());
    moderation.remove(ada, grace.person());
    assertEquals(Arrival.WAITING, join(grace));
    moderation.decide(grace, room, before -> RoomsForTests.with(before, "lobby", "true"));
    moderation.decide(grace, room, before -> RoomsForTests.with(before, "lobby", "false"));
    assertEquals(Arrival.WAITING, join(grace), "nobody lets himself in");
    moderation.ban(ada, grace.person());
    refused(Reason.BANNED, () -> join(grace));
  }

  @Test
  void letsTheOwnerAppointAndDismissModeratorsAndHandTheRoomOver() {
    join(ada);
    join(grace);
    join(bob);
    refused(Reason.NOT_ALLOWED, () -> moderation.appoint(grace, bob.person()));
    moderation.appoint(ada, grace.person());
    assertTrue(moderation.moderates(grace, room));
    refused(Reason.NOT_ALLOWED, () -> moderation.appoint(grace, bob.person()));
    refused(Reason.NOT_ALLOWED, () -> moderation.remove(grace, ada.person()));
    moderation.mute(grace, bob.person());
    moderation.dismiss(ada, room, grace.person());
    assertFalse(moderation.moderates(grace, room));

    moderation.handOver(ada, grace.person());
    assertEquals(grace.person(), rooms.room(room).orElseThrow().owner().orElseThrow().person());
    assertTrue(moderation.moderates(ada, room), "who had it stays a moderator");
    refused(Reason.NOT_ALLOWED, () -> moderation.handOver(ada, bob.person()));
    assertEquals(grace.person(), store.all().get(0).owner().orElseThrow().person());
    refused(Reason.NOT_ALLOWED, () -> rooms.delete(ada, room, true));
    moderation.decide(grace, room, before -> RoomsForTests.with(before, "delete", "everybody"));
    rooms.delete(bob, room, true);
  }

  @Test
  void keepsThePeopleOfASmallRoomFew() {
    set("most", "1");
    join(grace);
    refused(Reason.ROOM_FULL, () -> join(bob));
  }

  @Test
  void showsAHiddenRoomToItsOwnPeopleAlone() {
    set("hidden", "true", "members", grace.person() + " Grace");
    assertTrue(moderation.finds(ada, room));
    assertTrue(moderation.finds(grace, room));
    assertFalse(moderation.finds(bob, room));
    assertEquals(Arrival.SEATED, join(bob), "whoever has its address");
    assertTrue(moderation.finds(bob, room));
  }

  @Test
  void endsSomeTimeAfterTheLastOneLeft() {
    set("idle", "PT10M");
    timers.pass(Duration.ofMinutes(9));
    join(grace);
    timers.pass(Duration.ofMinutes(20));
    rooms.leave(grace);
    timers.pass(Duration.ofMinutes(9));
    assertTrue(rooms.room(room).isPresent());
    timers.pass(Duration.ofMinutes(1));
    assertTrue(rooms.room(room).isEmpty());
    assertEquals(Optional.empty(), last(RoomDeleted.class).by());
    assertEquals(List.of(), store.all());
  }

  @Test
  void endsAtATimeWhoeverIsInside() {
    set("ends", Instant.EPOCH.plusSeconds(600).toString());
    join(grace);
    timers.pass(Duration.ofSeconds(599));
    assertTrue(rooms.room(room).isPresent());
    timers.pass(Duration.ofSeconds(1));
    assertTrue(rooms.room(room).isEmpty());
    assertEquals(grace.session(), last(RoomDeleted.class).inside().get(0).session());
  }

  @Test
  void endsWithinAMinuteWhenTheComputersClockHasJumpedPastItsTime() {
    set("ends", Instant.EPOCH.plusSeconds(600).toString());
    timers.jump(Duration.ofSeconds(600));
    timers.pass(Duration.ofMinutes(1));
    assertTrue(rooms.room(room).isEmpty());
  }

  @Test
  void doesNotEndBeforeItWasEmptyForSoLongWhateverTheComputersClockShows() {
    set("idle", "PT1H", "ends", Instant.EPOCH.plus(Duration.ofDays(1)).toString());
    timers.jump(Duration.ofHours(2));
    timers.pass(Duration.ofMinutes(59));
    assertTrue(rooms.room(room).isPresent());
    timers.pass(Duration.ofMinutes(1));
    assertTrue(rooms.room(room).isEmpty());
  }

  @Test
  void letsNobodyOnlyWatchWhereSomebodyIsAskedForSomething() {
    moderation.requireWatchable(bob, room);
    assertFalse(moderation.expel(bob, room));
    set("lobby", "true");
    refused(Reason.NOT_ALLOWED, () -> moderation.requireWatchable(bob, room));
    assertTrue(moderation.expel(bob, room));
    moderation.requireWatchable(ada, room);
  }

  @Test
  void keepsEveryActAndEveryRefusalInTheAuditTrail() {
    join(ada);
    join(grace);
    trail.clear();
    moderation.mute(ada, grace.person());
    refused(Reason.NOT_ALLOWED, () -> moderation.ban(grace, ada.person()));
    AuditEntry done = trail.get(0);
    assertEquals("mute-member", done.act());
    assertEquals(room + " " + grace.person(), done.object());
    assertEquals(Outcome.DONE, done.outcome());
    AuditEntry refusal = trail.get(1);
    assertEquals("ban-member", refusal.act());
    assertEquals(Optional.of(grace.person()), refusal.person());
    assertEquals(Outcome.REFUSED, refusal.outcome());
    assertEquals("not-allowed", refusal.detail());

    set("share", "moderators", "ends", Instant.EPOCH.plusSeconds(60).toString());
    trail.clear();
    refused(Reason.NOT_ALLOWED, () -> stages.take(grace));
    assertEquals("take-stage", trail.get(0).act());
    stages.take(ada);
    assertEquals(1, trail.size(), "what everybody does all day is no entry");
    timers.pass(Duration.ofSeconds(60));
    assertEquals("room-ended", trail.get(1).act());
    assertEquals(Optional.empty(), trail.get(1).person());
  }

  @Test
  void forgetsWhoIsKnownNoLonger() {
    set("access", "members", "members", grace.person() + " Grace\n" + bob.person() + " Bob");
    join(ada);
    join(grace);
    moderation.appoint(ada, grace.person());
    set("lobby", "true", "access", "open");
    join(bob);
    assertEquals(1, moderation.waiting(room).size());

    rooms.forget(bob.person());
    rooms.forget(grace.person());
    rooms.forget(ada.person());
    assertEquals(List.of(), rooms.members(room));
    assertEquals(List.of(), moderation.waiting(room));
    KeptRoom kept = store.all().get(0);
    assertEquals(Optional.empty(), kept.owner());
    assertEquals(List.of(), kept.options().moderators());
    assertEquals(List.of(), kept.options().invited().persons());
    assertTrue(kept.options().lobby(), "what else was decided stays");
  }
}
