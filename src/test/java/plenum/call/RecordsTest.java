package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.call.CallEvent.CallRecorded;
import plenum.call.CallEvent.MissedCallsSeen;
import plenum.call.CallRecord.Direction;
import plenum.call.CallRecord.Outcome;
import plenum.identity.PersonId;
import plenum.records.Erased;

/** What both sides read of a call afterwards. */
class RecordsTest {

  private final Scene scene = new Scene();
  private final Calls calls = scene.calls;

  private CallRecord only(PersonId person) {
    List<CallRecord> records = calls.records(person);
    assertEquals(1, records.size());
    return records.get(0);
  }

  private void assertOutcomes(Outcome made, Outcome received, int missed) {
    assertEquals(Direction.MADE, only(scene.ada).direction());
    assertEquals(made, only(scene.ada).outcome());
    assertEquals(Direction.RECEIVED, only(scene.grace).direction());
    assertEquals(received, only(scene.grace).outcome());
    assertEquals(0, calls.missed(scene.ada));
    assertEquals(missed, calls.missed(scene.grace));
  }

  @Test
  void tellsHowLongTheyTalked() {
    scene.pass(Duration.ofSeconds(10));
    Call call = scene.ringSeated();
    scene.pass(Duration.ofSeconds(5));
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    scene.sit(call, scene.grace);
    scene.pass(Duration.ofSeconds(90));
    scene.end(call.id(), scene.grace);

    assertOutcomes(Outcome.ANSWERED, Outcome.ANSWERED, 0);
    assertEquals(Duration.ofSeconds(90), only(scene.ada).talked());
    assertEquals(scene.now().minusSeconds(95), only(scene.grace).at());
    assertEquals("Grace", only(scene.ada).with().name().value());
    assertEquals("Ada", only(scene.grace).with().name().value());
  }

  @Test
  void tellsHowLongTheyTalkedThoughTheClockWasSet() {
    Call call = scene.ringSeated();
    scene.accept(call.id(), scene.grace, Scene.PAGE, true);
    scene.sit(call, scene.grace);
    scene.setClock(Duration.ofHours(-1));
    scene.pass(Duration.ofSeconds(90));
    scene.end(call.id(), scene.grace);

    assertEquals(Duration.ofSeconds(90), only(scene.ada).talked());
  }

  @Test
  void tellsAMissedCall() {
    scene.ringSeated();
    scene.pass(Scene.RING);

    assertOutcomes(Outcome.MISSED, Outcome.MISSED, 1);
    assertEquals(Duration.ZERO, only(scene.ada).talked());
  }

  @Test
  void tellsACancelledCallAsMissedToTheOtherSide() {
    scene.cancel(scene.ring().id(), scene.ada);
    assertOutcomes(Outcome.CANCELLED, Outcome.MISSED, 1);
  }

  @Test
  void tellsARejectedCall() {
    scene.reject(scene.ring().id(), scene.grace);
    assertOutcomes(Outcome.REJECTED, Outcome.REJECTED, 0);
  }

  @Test
  void tellsACallThatBecameAGroup() {
    scene.add(scene.talk().id(), scene.ada, scene.linus);
    assertOutcomes(Outcome.ANSWERED, Outcome.ANSWERED, 0);
  }

  @Test
  void tellsWhoCalledMeanwhile() {
    Call other = scene.start(scene.grace, Scene.PAGE, scene.linus);
    assertThrows(CallRefused.class, scene::ring);

    assertOutcomes(Outcome.BUSY, Outcome.BUSY, 1);
    scene.cancel(other.id(), scene.grace);
    assertEquals(2, calls.records(scene.grace).size());
  }

  @Test
  void tellsBothAsSoonAsItIsOver() {
    scene.cancel(scene.ring().id(), scene.ada);

    assertTrue(scene.events.contains(new CallRecorded(scene.ada, only(scene.ada), 0)));
    assertTrue(scene.events.contains(new CallRecorded(scene.grace, only(scene.grace), 1)));
  }

  @Test
  void countsNoCallThatWasSeen() {
    scene.cancel(scene.ring().id(), scene.ada);
    scene.cancel(scene.ring().id(), scene.ada);
    assertEquals(2, calls.missed(scene.grace));

    calls.markSeen(scene.actor(scene.grace));
    assertEquals(0, calls.missed(scene.grace));
    assertTrue(scene.events.contains(new MissedCallsSeen(scene.grace)));

    scene.cancel(scene.ring().id(), scene.ada);
    assertEquals(1, calls.missed(scene.grace));
    assertEquals(3, calls.records(scene.grace).size());
  }

  @Test
  void endsTheCallOfSomebodyWhoIsErasedAndNamesThatOneNoMore() {
    Call call = scene.talk();
    List<String> done = new ArrayList<>();
    calls.erase(scene.ada, () -> done.add("done"));

    assertEquals(List.of("done"), done);
    assertEquals(Optional.empty(), calls.of(scene.grace));
    assertEquals(List.of(), calls.records(scene.ada));
    CallRecord left = only(scene.grace);
    assertEquals(call.id(), left.id());
    assertEquals(Erased.PERSON, left.with().id());
    assertEquals(Erased.NAME, left.with().name());
    assertEquals(0, calls.missed(scene.grace));
  }
}
