package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.call.Scene.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.call.CallRefused.Reason;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;

/** Two things at the same moment: the first one counts, and nothing is left behind. */
class RacesTest {

  private final Scene scene = new Scene();
  private final Calls calls = scene.calls;

  @Test
  void acceptComesAfterCancel() {
    Call call = scene.ringSeated();
    scene.cancel(call.id(), scene.ada);

    refused(Reason.CALL_OVER, () -> scene.accept(call.id(), scene.grace, Scene.PAGE, true));
    scene.assertOver(CallState.CANCELLED);
  }

  @Test
  void cancelComesAfterAccept() {
    Call call = scene.ringSeated();
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);

    assertEquals(CallState.ENDED, scene.cancel(call.id(), scene.ada).state());
    scene.assertOver(CallState.ENDED, EndReason.LEFT);
  }

  @Test
  void rejectComesAfterTheTimeout() {
    Call call = scene.ringSeated();
    scene.pass(Scene.RING);

    refused(Reason.CALL_OVER, () -> scene.reject(call.id(), scene.grace));
    scene.assertOver(CallState.MISSED);
  }

  @Test
  void theTimeoutComesAfterReject() {
    Call call = scene.ringSeated();
    scene.reject(call.id(), scene.grace);
    scene.pass(Scene.RING);

    assertEquals(List.of(CallState.RINGING, CallState.REJECTED), scene.told(call));
    scene.assertOver(CallState.REJECTED);
  }

  @Test
  void acceptComesInTheLastMoment() {
    Call call = scene.ringSeated();
    scene.pass(Scene.RING.minusMillis(1));
    scene.sit(scene.accept(call.id(), scene.grace, Scene.PAGE, true), scene.grace);
    scene.pass(Scene.RING);

    assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED), scene.told(call));
  }

  @Test
  void rejectComesAfterAcceptInAnotherTab() {
    Call call = scene.ringSeated();
    Call accepted = scene.accept(call.id(), scene.grace, "first tab", true);

    refused(Reason.CALL_ANSWERED, () -> scene.reject(call.id(), scene.grace));
    assertEquals(Optional.of(accepted), calls.of(scene.grace));
  }

  @Test
  void twoTabsAccept() {
    Call call = scene.ringSeated();
    Call accepted = scene.accept(call.id(), scene.grace, "first tab", true);

    refused(Reason.CALL_ANSWERED, () -> scene.accept(call.id(), scene.grace, "second tab", false));
    assertEquals(accepted, scene.accept(call.id(), scene.grace, "first tab", false));
    assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED), scene.told(call));
  }

  @Test
  void bothLeave() {
    Call call = scene.talk();
    scene.rooms.open.get(call.room()).clear();
    calls.left(call.room(), scene.ada, LeaveReason.LEFT);
    calls.left(call.room(), scene.grace, LeaveReason.LOST);

    scene.assertOver(CallState.ENDED, EndReason.LEFT);
  }

  @Test
  void bothHangUp() {
    Call call = scene.talk();
    scene.end(call.id(), scene.ada);

    refused(Reason.CALL_OVER, () -> scene.end(call.id(), scene.grace));
    scene.assertOver(CallState.ENDED, EndReason.LEFT);
  }

  @Test
  void bothCallEachOther() {
    Call first = scene.start(scene.ada, "Ada's page", scene.grace);
    Call second = scene.start(scene.grace, "Grace's page", scene.ada);

    assertEquals(first.id(), second.id());
    assertEquals(CallState.ACCEPTED, second.state());
    assertTrue(second.video());
    assertEquals(List.of(CallState.RINGING, CallState.ACCEPTED), scene.told(first));
    assertEquals(1, scene.rooms.open.size());
    refused(Reason.CALL_ANSWERED, () -> scene.accept(first.id(), scene.grace, "other tab", true));
    assertEquals(second, scene.accept(first.id(), scene.grace, "Grace's page", true));
  }

  @Test
  void theCallersTabIsClosedWhileItRings() {
    Call call = scene.ringSeated();
    scene.pass(Duration.ofSeconds(4));
    scene.leave(call, scene.ada, LeaveReason.LOST);
    scene.goOffline(scene.ada);

    scene.assertOver(CallState.CANCELLED, EndReason.LOST);
  }

  @Test
  void theCallersPageTakesLongToLoad() {
    Call call = scene.ring();
    scene.goOffline(scene.ada);
    scene.pass(Duration.ofSeconds(15));
    scene.comeOnline(scene.ada, "Ada");
    scene.sit(call, scene.ada);
    scene.pass(Duration.ofSeconds(15));

    assertEquals(Optional.of(call), calls.of(scene.ada));
  }

  @Test
  void theCallerGoesOfflineAndNeverTakesTheSeat() {
    scene.ring();
    scene.goOffline(scene.ada);
    scene.pass(Scene.SEAT);

    scene.assertOver(CallState.CANCELLED, EndReason.LOST);
  }

  @Test
  void theOtherSideGoesOfflineWhileItRings() {
    scene.ringSeated();
    scene.goOffline(scene.grace);

    scene.assertOver(CallState.MISSED, EndReason.OFFLINE);
  }

  @Test
  void theOtherSideIsBackBeforeItsGoingIsTold() {
    Call call = scene.ringSeated();
    calls.offline(scene.grace);

    assertEquals(Optional.of(call), calls.of(scene.grace));
  }

  @Test
  void theServerRestartsWhileItRings() {
    Call call = scene.ringSeated();
    scene.restartServer();

    assertTrue(scene.calls.of(scene.ada).isEmpty());
    refused(Reason.CALL_OVER, () -> scene.accept(call.id(), scene.grace, Scene.PAGE, true));
    Call again = scene.start(scene.grace, Scene.PAGE, scene.ada);
    assertNotEquals(call.id(), again.id());
    assertEquals(CallState.RINGING, again.state());
  }

  @Test
  void theCallerNeverTakesTheSeat() {
    scene.ring();
    scene.pass(Scene.SEAT);

    scene.assertOver(CallState.CANCELLED, EndReason.LOST);
  }

  @Test
  void theCallerStillHasNoSeatAfterTheAnswer() {
    Call call = scene.ring();
    scene.sit(scene.accept(call.id(), scene.grace, Scene.PAGE, true), scene.grace);
    scene.pass(Scene.SEAT);

    scene.assertOver(CallState.ENDED, EndReason.LOST);
  }

  @Test
  void whoAnsweredNeverTakesTheSeat() {
    Call call = scene.ringSeated();
    scene.pass(Duration.ofSeconds(30));
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    scene.pass(Scene.SEAT.minusMillis(1));
    assertTrue(calls.of(scene.ada).isPresent());

    scene.pass(Duration.ofMillis(1));

    scene.assertOver(CallState.ENDED, EndReason.LOST);
  }

  @Test
  void thePageOfWhoAnsweredTakesLongToLoad() {
    Call call = scene.ringSeated();
    Call accepted = scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    scene.goOffline(scene.grace);
    assertEquals(Optional.of(accepted), calls.of(scene.grace));
    scene.pass(Scene.SEAT);

    scene.assertOver(CallState.ENDED, EndReason.LOST);
  }

  @Test
  void aSeatThatWasTakenAgainIsToldAsLeftTooLate() {
    Call call = scene.talk();
    calls.left(call.room(), scene.grace, LeaveReason.LEFT);

    assertEquals(Optional.of(call), calls.of(scene.grace));
  }

  @Test
  void aSeatThatIsNotNeededYetIsGivenUp() {
    Call call = scene.ringSeated();
    scene.leave(call, scene.grace, LeaveReason.LEFT);

    assertEquals(Optional.of(call), calls.of(scene.grace));
  }

  @Test
  void aSeatInAnotherRoomIsGivenUp() {
    Call call = scene.talk();
    calls.left(RoomId.fresh(), scene.grace, LeaveReason.MOVED);

    assertEquals(Optional.of(call), calls.of(scene.grace));
  }

  @Test
  void theTimerOfAnOldCallFiresInANewOne() {
    scene.cancel(scene.ringSeated().id(), scene.ada);
    scene.pass(Duration.ofSeconds(40));
    scene.events.clear();
    Call second = scene.ringSeated();
    scene.pass(Duration.ofSeconds(30));

    assertEquals(List.of(CallState.RINGING), scene.told(second));
  }
}
