package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallRecorded;
import plenum.call.CallEvent.CallStarted;
import plenum.identity.PersonId;
import plenum.records.Erased;

/** A store of records that takes its time keeps no call from ringing. */
@Timeout(60)
class SlowRecordsTest {

  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);
  private final Scene scene = new Scene(this::slow);
  private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();

  /** Waits in every put until the test lets it go. */
  private CallRecords slow(CallRecords records) {
    return new CallRecords() {
      @Override
      public void put(PersonId person, CallRecord record) {
        busy.countDown();
        try {
          assertTrue(free.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
        records.put(person, record);
      }

      @Override
      public List<CallRecord> of(PersonId person) {
        return records.of(person);
      }

      @Override
      public int missed(PersonId person) {
        return records.missed(person);
      }

      @Override
      public void erase(PersonId person) {
        records.erase(person);
      }

      @Override
      public void markSeen(PersonId person) {
        records.markSeen(person);
      }
    };
  }

  private List<CallRecorded> recorded() {
    List<CallRecorded> recorded = new ArrayList<>();
    for (CallEvent event : events) {
      if (event instanceof CallRecorded record) {
        recorded.add(record);
      }
    }
    return recorded;
  }

  private Call ring(PersonId from, PersonId to) {
    List<Call> answers = new ArrayList<>();
    scene.calls.start(scene.actor(from), to, answers::add);
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  private void cancel(Call call) {
    scene.calls.cancel(scene.actor(call.from().id()), call.id(), answer -> {});
  }

  @Test
  void letsAnotherCallRingAndEndMeanwhileAndCountsRightAfterwards() throws InterruptedException {
    scene.listen(events::add);
    Call first = ring(scene.ada, scene.grace);
    Thread writer = new Thread(() -> cancel(first));
    writer.start();
    assertTrue(busy.await(30, TimeUnit.SECONDS));

    Call second = ring(scene.linus, scene.grace);
    assertTrue(events.contains(new CallStarted(second)));
    cancel(second);
    Call third = ring(scene.ada, scene.grace);
    assertTrue(scene.calls.of(scene.grace).isPresent());
    cancel(third);
    assertEquals(3, events.stream().filter(CallOver.class::isInstance).count());
    assertEquals(List.of(), recorded());

    free.countDown();
    writer.join();
    List<CallRecorded> graces =
        recorded().stream().filter(record -> record.person().equals(scene.grace)).toList();
    assertEquals(List.of(1, 2, 3), graces.stream().map(CallRecorded::missed).toList());
    assertEquals(
        List.of(first.id(), second.id(), third.id()),
        graces.stream().map(record -> record.record().id()).toList());
    assertEquals(3, scene.calls.missed(scene.grace));
  }

  @Test
  void erasesWhatIsWrittenStill() throws InterruptedException {
    Call call = scene.talk();
    Thread hangingUp = new Thread(() -> scene.end(call.id(), scene.grace));
    hangingUp.start();
    assertTrue(busy.await(30, TimeUnit.SECONDS));
    CountDownLatch erased = new CountDownLatch(1);
    scene.calls.erase(scene.ada, erased::countDown); // Does not wait for it.
    free.countDown();
    assertTrue(erased.await(30, TimeUnit.SECONDS));
    hangingUp.join();

    assertEquals(List.of(), scene.calls.records(scene.ada));
    assertEquals(Erased.PERSON, scene.calls.records(scene.grace).get(0).with().id());
  }
}
