package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.call.Scene.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.call.CallEvent.InvitationOver;
import plenum.call.CallEvent.PersonInvited;
import plenum.call.CallRefused.Reason;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;
import plenum.room.RoomRefused;

/** A third person makes a group room of a call. */
class AddToCallTest {

  private final Scene scene = new Scene();
  private final Calls calls = scene.calls;
  private Call call;

  @BeforeEach
  void talk() {
    call = scene.talk();
  }

  private Call add() {
    return scene.add(call.id(), scene.grace, scene.linus);
  }

  @Test
  void makesAGroupRoomOfIt() {
    Call ended = add();

    assertEquals("Ada & Grace", scene.rooms.groups.get(call.room()).value());
    assertEquals(scene.grace, scene.rooms.owners.get(call.room()));
    assertEquals(CallState.ENDED, ended.state());
    scene.assertOver(CallState.ENDED, EndReason.GROUP);
  }

  @Test
  void invitesTheThird() {
    add();

    Invitation invitation = calls.invitation(scene.linus).orElseThrow();
    assertEquals(new Invitation(scene.linus, call.to(), call.room()), invitation);
    assertEquals(
        List.of(new PersonInvited(invitation)),
        scene.events.stream().filter(PersonInvited.class::isInstance).toList());
  }

  @Test
  void leavesTheRoomWhenTheTwoLeaveIt() {
    add();
    scene.events.clear();
    calls.left(call.room(), scene.ada, LeaveReason.LEFT);

    assertEquals(List.of(), scene.events);
    assertTrue(scene.rooms.groups.containsKey(call.room()));
  }

  @Test
  void numbersARoomWhoseNameIsTaken() {
    scene.rooms.taken.addAll(List.of("Ada & Grace", "Ada & Grace 2"));
    add();

    assertEquals("Ada & Grace 3", scene.rooms.groups.get(call.room()).value());
  }

  @Test
  void changesNothingWhenThereMayBeNoMoreRooms() {
    scene.rooms.refusal =
        Optional.of(new RoomRefused(RoomRefused.Reason.TOO_MANY_ROOMS, "As many as permitted."));
    assertThrows(RoomRefused.class, this::add);

    assertEquals(Optional.of(call), calls.of(scene.ada));
    assertTrue(calls.invitation(scene.linus).isEmpty());
  }

  @Test
  void refusesWhoCannotBeAdded() {
    refused(Reason.CALL_YOURSELF, () -> scene.add(call.id(), scene.ada, scene.ada));
    refused(Reason.PERSON_BUSY, () -> scene.add(call.id(), scene.ada, scene.grace));
    scene.start(scene.linus, Scene.PAGE, scene.margaret);
    refused(Reason.PERSON_BUSY, () -> scene.add(call.id(), scene.ada, scene.margaret));
    scene.goOffline(scene.margaret);
    refused(Reason.PERSON_OFFLINE, () -> scene.add(call.id(), scene.ada, scene.margaret));

    assertEquals(Optional.of(call), calls.of(scene.ada));
  }

  @Test
  void waitsForTheAnswer() {
    Call ringing = scene.start(scene.linus, Scene.PAGE, scene.margaret);
    scene.end(call.id(), scene.ada);

    refused(Reason.CALL_RINGING, () -> scene.add(ringing.id(), scene.linus, scene.ada));
  }

  @Test
  void forgetsAnInvitationThatWasFollowed() {
    add();
    calls.joined(RoomId.fresh(), scene.linus);
    assertTrue(calls.invitation(scene.linus).isPresent());
    calls.joined(call.room(), scene.linus);

    assertInvitationOver();
  }

  @Test
  void forgetsAnInvitationThatWasDeclined() {
    add();
    calls.decline(scene.actor(scene.linus), RoomId.fresh());
    calls.decline(scene.actor(scene.ada), call.room());
    assertTrue(calls.invitation(scene.linus).isPresent());
    calls.decline(scene.actor(scene.linus), call.room());

    assertInvitationOver();
  }

  @Test
  void forgetsAnInvitationAsSoonAsACallWouldBeMissed() {
    add();
    scene.pass(Scene.RING.minusMillis(1));
    assertTrue(calls.invitation(scene.linus).isPresent());
    scene.pass(Duration.ofMillis(1));

    assertInvitationOver();
  }

  @Test
  void forgetsAnInvitationOfSomebodyWhoIsGone() {
    add();
    scene.goOffline(scene.linus);

    assertInvitationOver();
  }

  @Test
  void putsANewerInvitationInThePlaceOfTheOneBefore() {
    add();
    Invitation first = calls.invitation(scene.linus).orElseThrow();
    Call other = scene.start(scene.margaret, Scene.PAGE, scene.grace);
    scene.sit(other, scene.margaret);
    scene.sit(scene.accept(other.id(), scene.grace, Scene.PAGE, true), scene.grace);
    scene.pass(Duration.ofSeconds(30));
    scene.add(other.id(), scene.margaret, scene.linus);
    scene.pass(Duration.ofSeconds(30));

    assertTrue(scene.events.contains(new InvitationOver(first)));
    assertEquals(other.room(), calls.invitation(scene.linus).orElseThrow().room());
  }

  private void assertInvitationOver() {
    assertTrue(calls.invitation(scene.linus).isEmpty());
    assertEquals(1, scene.events.stream().filter(InvitationOver.class::isInstance).count());
  }
}
