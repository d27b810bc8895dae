package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.testing.ManualTimers;
import plenum.webhook.Delivery.Result;

class LaneTest {

  private static final URI ADDRESS = URI.create("https://receiver.example/hook");

  private static final URI MOVED = URI.create("https://moved.example/hook");

  private final List<URI> addresses = new ArrayList<>();
  private final ManualTimers timers = new ManualTimers();
  private final List<Lanes.Sent> sent = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Deque<Runnable> threads = new ArrayDeque<>();

  private Answer send(URI address, Map<String, String> headers, String body) {
    addresses.add(address);
    sent.add(new Lanes.Sent(headers, body));
    return answers.isEmpty() ? new Answer(204, "") : answers.poll();
  }

  private Lane lane(int waiting, int attempts) {
    return new Lane(
        Lanes.webhook(ADDRESS),
        Lanes.around(
            Lanes.settings(1, waiting, attempts, List.of()), this::send, timers, threads::add));
  }

  /** Whoever offers a message does nothing of this. */
  private void work() {
    while (!threads.isEmpty()) {
      threads.poll().run();
    }
  }

  private static List<Result> results(Lane lane) {
    return lane.tried().stream().map(Delivery::result).toList();
  }

  @Test
  void sendsByAThreadOfItsOwnInOrder() {
    Lane lane = lane(10, 3);
    lane.offer(Lanes.message("room.opened"));
    lane.offer(Lanes.message("room.closed"));
    assertEquals(List.of(), sent);
    assertEquals(1, threads.size(), "one at a time");
    work();
    assertEquals(List.of(ADDRESS, ADDRESS), addresses);
    assertTrue(sent.get(0).body().startsWith("{\"type\":\"room.opened\""), sent.get(0).body());
    assertTrue(sent.get(1).body().startsWith("{\"type\":\"room.closed\""), sent.get(1).body());
    assertEquals(List.of(Result.DELIVERED, Result.DELIVERED), results(lane));
    assertEquals(0, lane.waiting());
  }

  @Test
  void triesAgainAfterAPauseThatDoubles() {
    Lane lane = lane(10, 4);
    List.of(new Answer(500, "oops"), Answer.none("no answer"), new Answer(302, ""))
        .forEach(answers::add);
    lane.offer(Lanes.message("room.opened"));
    work();
    for (int pause : new int[] {10, 20, 40}) {
      int before = sent.size();
      timers.pass(Duration.ofSeconds(pause).minusMillis(1));
      work();
      assertEquals(before, sent.size(), "not before its time");
      timers.pass(Duration.ofMillis(1));
      work();
      assertEquals(before + 1, sent.size());
    }
    assertEquals(
        List.of(Result.DELIVERED, Result.AGAIN, Result.AGAIN, Result.AGAIN), results(lane));
    assertEquals(1, sent.stream().map(one -> one.headers().get("webhook-id")).distinct().count());
    assertEquals(1, sent.stream().map(Lanes.Sent::body).distinct().count());
    assertEquals("oops", lane.tried().get(3).line());
    assertEquals(4, lane.tried().get(0).attempt());
  }

  @Test
  void givesUpAfterSomeTries() {
    Lane lane = lane(10, 2);
    answers.add(new Answer(500, ""));
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    timers.pass(Duration.ofHours(2));
    work();
    timers.pass(Duration.ofDays(1));
    work();
    assertEquals(List.of(Result.GIVEN_UP, Result.AGAIN), results(lane));
    assertEquals(0, lane.waiting());
  }

  @Test
  void letsOthersPassWhileOneWaitsForItsNextTry() {
    Lane lane = lane(10, 3);
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    lane.offer(Lanes.message("room.closed"));
    work();
    assertEquals(
        List.of("room.closed", "room.opened"), lane.tried().stream().map(Delivery::event).toList());
    timers.pass(Duration.ofSeconds(10));
    work();
    assertEquals(Result.DELIVERED, results(lane).get(0));
  }

  @Test
  void keepsABoundedNumberAndCountsWhatIsLost() {
    Lane lane = lane(3, 3);
    for (int i = 0; i < 10; i++) {
      lane.offer(Lanes.message("room.opened"));
    }
    assertEquals(3, lane.waiting());
    assertEquals(7, lane.lost());
    work();
    assertEquals(3, sent.size());
  }

  @Test
  void remembersABoundedNumberOfTries() {
    Lane lane = lane(1000, 1);
    for (int i = 0; i < Lane.REMEMBERED + 5; i++) {
      lane.offer(Lanes.message("room.opened"));
    }
    work();
    assertEquals(Lane.REMEMBERED, lane.tried().size());
  }

  private String first() {
    return sent.get(0).headers().get("webhook-id");
  }

  @Test
  void triesOnceMoreWhatWasGivenUpOrHasArrived() {
    Lane lane = lane(10, 1);
    answers.add(new Answer(500, ""));
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    for (int i = 0; i < 3; i++) {
      assertTrue(lane.retry(first()));
      work();
      timers.pass(Duration.ofDays(1));
      work();
    }
    assertEquals(
        List.of(Result.DELIVERED, Result.DELIVERED, Result.GIVEN_UP, Result.GIVEN_UP),
        results(lane));
    assertEquals(List.of(4, 3, 2, 1), lane.tried().stream().map(Delivery::attempt).toList());
    assertEquals(1, sent.stream().map(Lanes.Sent::body).distinct().count());
  }

  @Test
  void triesOnceMoreAndNoMoreOftenAlsoWhereMessagesAreTriedSeveralTimes() {
    Lane lane = lane(10, 5);
    lane.offer(Lanes.message("room.opened"));
    work();
    answers.add(new Answer(500, ""));
    assertTrue(lane.retry(first()));
    work();
    timers.pass(Duration.ofDays(1));
    work();
    assertEquals(List.of(Result.GIVEN_UP, Result.DELIVERED), results(lane));
    assertEquals(0, lane.waiting());
  }

  @Test
  void losesAnOldMessageThatIsWantedWhileTooManyWaitButNoneThatWaits() {
    Lane lane = lane(2, 3);
    lane.offer(Lanes.message("room.opened"));
    work();
    lane.offer(Lanes.message("room.closed"));
    lane.offer(Lanes.message("room.opened"));
    assertTrue(lane.retry(first()));
    assertEquals(2, lane.waiting());
    assertEquals(1, lane.lost());
    answers.add(new Answer(500, ""));
    answers.add(new Answer(500, ""));
    work();
    assertTrue(lane.retry(sent.get(1).headers().get("webhook-id")));
    assertEquals(2, lane.waiting());
    assertEquals(1, lane.lost());
  }

  @Test
  void triesAtOnceWhatWaitsForItsNextTryAndNoMoreOften() {
    Lane lane = lane(10, 3);
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    assertTrue(lane.retry(first()));
    assertTrue(lane.retry(first()));
    assertEquals(1, lane.waiting());
    work();
    timers.pass(Duration.ofDays(1));
    work();
    assertEquals(List.of(Result.DELIVERED, Result.AGAIN), results(lane));
    assertEquals(false, lane.retry("msg_none"));
  }

  @Test
  void goesWhereTheWebhookIsNow() {
    Lane lane = lane(10, 3);
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    Webhook before = lane.webhook();
    lane.change(before.at(MOVED, before.events()));
    timers.pass(Duration.ofSeconds(10));
    work();
    assertEquals(List.of(ADDRESS, MOVED), addresses);
  }

  @Test
  void sendsNothingAfterItsEnd() {
    Lane lane = lane(10, 3);
    answers.add(new Answer(500, ""));
    lane.offer(Lanes.message("room.opened"));
    work();
    lane.close();
    timers.pass(Duration.ofDays(1));
    lane.offer(Lanes.message("room.closed"));
    work();
    assertEquals(1, sent.size());
  }
}
