package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.call.Scene.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.call.CallEvent.CallStarted;
import plenum.call.CallRefused.Reason;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;

/** Every way in which a call goes on, one step at a time. */
class TransitionsTest {

  private final Scene scene = new Scene();
  private final Calls calls = scene.calls;

  @Test
  void ringsInARoomForTheTwo() {
    Call call = scene.ring();

    assertEquals(CallState.RINGING, call.state());
    assertEquals("Ada", call.from().name().value());
    assertEquals("Grace", call.to().name().value());
    assertEquals(Set.of(scene.ada), scene.rooms.admitted.get(call.room()));
    assertEquals(Optional.of(call), calls.of(scene.ada));
    assertEquals(Optional.of(call), calls.of(scene.grace));
    assertEquals(List.of(call), calls.running());
    assertEquals(List.of(new CallStarted(call)), scene.events);
  }

  @Test
  void isAccepted() {
    Call call = scene.ringSeated();
    scene.pass(Duration.ofSeconds(3));

    Call accepted = scene.accept(call.id(), scene.grace, "tab", false);

    assertEquals(CallState.ACCEPTED, accepted.state());
    assertEquals(Optional.of(scene.now()), accepted.answered());
    assertFalse(accepted.video());
    assertEquals(call.room(), accepted.room());
    assertEquals(Set.of(scene.ada, scene.grace), scene.rooms.admitted.get(call.room()));
    assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED), scene.told(call));
  }

  @Test
  void goesOnLongAfterItWasAccepted() {
    Call call = scene.talk();
    scene.pass(Duration.ofHours(3));

    assertEquals(Optional.of(call), calls.of(scene.ada));
    assertTrue(scene.rooms.open.containsKey(call.room()));
  }

  @Test
  void isRejected() {
    Call call = scene.ringSeated();
    scene.reject(call.id(), scene.grace);

    assertEquals(List.of(CallState.RINGING, CallState.REJECTED), scene.told(call));
    scene.assertOver(CallState.REJECTED);
  }

  @Test
  void isCancelled() {
    Call call = scene.ringSeated();
    scene.cancel(call.id(), scene.ada);

    assertEquals(List.of(CallState.RINGING, CallState.CANCELLED), scene.told(call));
    scene.assertOver(CallState.CANCELLED);
  }

  @Test
  void isMissed() {
    scene.ringSeated();
    scene.pass(Scene.RING.minusMillis(1));
    assertTrue(calls.of(scene.grace).isPresent());

    scene.pass(Duration.ofMillis(1));

    scene.assertOver(CallState.MISSED);
  }

  @Test
  void endsWhenEitherSideHangsUp() {
    for (boolean caller : List.of(true, false)) {
      Scene one = new Scene();
      Call call = one.talk();
      Call ended = one.end(call.id(), caller ? one.ada : one.grace);

      assertEquals(CallState.ENDED, ended.state());
      assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED, CallState.ENDED), one.told(call));
      one.assertOver(CallState.ENDED, EndReason.LEFT);
    }
  }

  @Test
  void takesHangingUpWhileItRingsForCancellingAndRejecting() {
    scene.end(scene.ringSeated().id(), scene.ada);
    assertEquals(CallState.CANCELLED, scene.over().state());
    scene.events.clear();

    scene.end(scene.ringSeated().id(), scene.grace);
    scene.assertOver(CallState.REJECTED);
  }

  @Test
  void endsWhenEitherSideGivesTheSeatUp() {
    for (LeaveReason reason : LeaveReason.values()) {
      for (boolean caller : List.of(true, false)) {
        Scene one = new Scene();
        Call call = one.talk();
        one.leave(call, caller ? one.ada : one.grace, reason);

        one.assertOver(
            CallState.ENDED, reason == LeaveReason.LOST ? EndReason.LOST : EndReason.LEFT);
      }
    }
  }

  @Test
  void isCancelledWhenTheCallerGivesTheSeatUpWhileItRings() {
    for (LeaveReason reason : List.of(LeaveReason.LEFT, LeaveReason.MOVED)) {
      Scene one = new Scene();
      one.leave(one.ringSeated(), one.ada, reason);
      one.assertOver(CallState.CANCELLED);
    }
  }

  @Test
  void cannotBeToOneself() {
    refused(Reason.CALL_YOURSELF, () -> scene.start(scene.ada, Scene.PAGE, scene.ada));
    assertEquals("start-call", scene.trail.get(0).act());
    assertEquals(scene.ada.value(), scene.trail.get(0).object());
    assertEquals("call-yourself", scene.trail.get(0).detail());
    scene.assertNobodyIsBusy();
  }

  @Test
  void cannotBeToSomebodyWhoIsOffline() {
    scene.goOffline(scene.grace);
    refused(Reason.PERSON_OFFLINE, scene::ring);
    scene.assertNobodyIsBusy();
  }

  @Test
  void cannotBeToSomebodyInACall() {
    Call call = scene.ring();
    refused(Reason.PERSON_BUSY, () -> scene.start(scene.linus, Scene.PAGE, scene.ada));
    refused(Reason.PERSON_BUSY, () -> scene.start(scene.linus, Scene.PAGE, scene.grace));
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    refused(Reason.PERSON_BUSY, () -> scene.start(scene.linus, Scene.PAGE, scene.grace));

    assertTrue(calls.of(scene.linus).isEmpty());
    assertEquals(1, scene.rooms.open.size());
  }

  @Test
  void cannotBeASecondOne() {
    Call call = scene.ring();
    refused(Reason.ALREADY_IN_A_CALL, () -> scene.start(scene.ada, "other tab", scene.linus));
    refused(Reason.ALREADY_IN_A_CALL, () -> scene.start(scene.ada, "other tab", scene.grace));
    refused(Reason.ALREADY_IN_A_CALL, () -> scene.start(scene.grace, Scene.PAGE, scene.linus));
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    refused(Reason.ALREADY_IN_A_CALL, () -> scene.start(scene.grace, "other tab", scene.ada));
  }

  @Test
  void cannotBeMoreThanPermitted() {
    scene.ring();
    Call second = scene.start(scene.linus, Scene.PAGE, scene.margaret);
    PersonId barbara = PersonId.fresh();
    PersonId edsger = PersonId.fresh();
    scene.comeOnline(barbara, "Barbara");
    scene.comeOnline(edsger, "Edsger");

    refused(Reason.TOO_MANY_CALLS, () -> scene.start(barbara, Scene.PAGE, edsger));
    scene.cancel(second.id(), scene.linus);
    assertEquals(CallState.RINGING, scene.start(barbara, Scene.PAGE, edsger).state());
  }

  @Test
  void isNobodyElsesBusiness() {
    Call call = scene.ring();
    refused(Reason.CALL_OVER, () -> scene.accept(call.id(), scene.linus, Scene.PAGE, true));
    refused(Reason.CALL_OVER, () -> scene.reject(call.id(), scene.linus));
    refused(Reason.CALL_OVER, () -> scene.cancel(call.id(), scene.linus));
    refused(Reason.CALL_OVER, () -> scene.end(call.id(), scene.linus));
    refused(Reason.CALL_OVER, () -> scene.add(call.id(), scene.linus, scene.margaret));
    refused(Reason.CALL_OVER, () -> scene.end(CallId.fresh(), scene.ada));

    assertEquals(Optional.of(call), calls.of(scene.ada));
  }

  @Test
  void leavesEachSideItsOwnRights() {
    Call call = scene.ring();
    refused(Reason.NOT_ALLOWED, () -> scene.accept(call.id(), scene.ada, Scene.PAGE, true));
    refused(Reason.NOT_ALLOWED, () -> scene.reject(call.id(), scene.ada));
    refused(Reason.NOT_ALLOWED, () -> scene.cancel(call.id(), scene.grace));

    assertEquals(Optional.of(call), calls.of(scene.ada));
  }

  @Test
  void refusesEveryStepAfterTheEnd() {
    Call call = scene.talk();
    scene.end(call.id(), scene.ada);

    refused(Reason.CALL_OVER, () -> scene.accept(call.id(), scene.grace, Scene.PAGE, true));
    refused(Reason.CALL_OVER, () -> scene.reject(call.id(), scene.grace));
    refused(Reason.CALL_OVER, () -> scene.cancel(call.id(), scene.ada));
    refused(Reason.CALL_OVER, () -> scene.end(call.id(), scene.grace));
    refused(Reason.CALL_OVER, () -> scene.add(call.id(), scene.grace, scene.linus));
    scene.pass(Duration.ofHours(1));
    assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED, CallState.ENDED), scene.told(call));
  }

  @Test
  void canFollowEachOther() {
    scene.reject(scene.ringSeated().id(), scene.grace);
    Call back = scene.start(scene.grace, Scene.PAGE, scene.ada);

    assertEquals(CallState.ACCEPTED, scene.accept(back.id(), scene.ada, "tab", true).state());
  }
}
