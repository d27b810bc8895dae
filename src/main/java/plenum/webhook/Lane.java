package plenum.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import plenum.settings.WebhookSettings;
import plenum.time.Timers;

/**
 * What waits for one webhook. One message is under way at a time, so that a slow receiver holds up
 * its own alone; what failed is tried again after a pause that doubles each time, and lets others
 * pass meanwhile. Thread-safe; whoever offers a message waits for nothing.
 */
final class Lane {

  /** Tries that can be looked at. */
  static final int REMEMBERED = 50;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** What lanes need of everything around them. */
  record Surroundings(
      WebhookSettings settings,
      SecretSeal seal,
      Sender sender,
      Timers timers,
      Executor threads,
      Clock clock,
      LongSupplier nanoTime) {}

  /**
   * @param once whether it is given up when this try fails
   */
  private record Waiting(Message message, int attempt, boolean once, long due, long number) {}

  private record Tried(Message message, Delivery delivery) {}

  private Webhook webhook;
  private final Surroundings around;
  private final PriorityQueue<Waiting> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::number));
  private final Deque<Tried> tried = new ArrayDeque<>();
  private Optional<String> underWay = Optional.empty();
  private Optional<Timers.Timer> timer = Optional.empty();
  private boolean busy;
  private boolean closed;
  private long number;
  private long lost;

  Lane(Webhook webhook, Surroundings around) {
    this.webhook = webhook;
    this.around = around;
  }

  synchronized Webhook webhook() {
    return webhook;
  }

  /** What waits goes where the changed one is. */
  synchronized void change(Webhook changed) {
    webhook = changed;
  }

  /** Queues a message; one that comes when too many wait is lost, and counted. */
  synchronized void offer(Message message) {
    if (closed) {
      return;
    }
    if (isFull()) {
      lost++;
      return;
    }
    queue.add(new Waiting(message, 1, false, around.nanoTime().getAsLong(), number++));
    goOn();
  }

  /** Has a thread deliver what is due, or a timer look again when something is. */
  private synchronized void goOn() {
    if (busy || closed || queue.isEmpty()) {
      return;
    }
    timer.ifPresent(Timers.Timer::cancel);
    long left = queue.peek().due() - around.nanoTime().getAsLong();
    if (left > 0) {
      timer = Optional.of(around.timers().after(Duration.ofNanos(left), this::goOn));
      return;
    }
    busy = true;
    around.threads().execute(this::work);
  }

  private void work() {
    Optional<Waiting> next = due();
    while (next.isPresent()) {
      deliver(next.get());
      next = due();
    }
    goOn();
  }

  private synchronized Optional<Waiting> due() {
    boolean due =
        !closed && !queue.isEmpty() && queue.peek().due() <= around.nanoTime().getAsLong();
    busy = due;
    Optional<Waiting> next = due ? Optional.of(queue.poll()) : Optional.empty();
    underWay = next.map(one -> one.message().id());
    return next;
  }

  private void deliver(Waiting waiting) {
    Instant at = around.clock().instant();
    long began = around.nanoTime().getAsLong();
    Answer answer = answer(waiting.message(), at);
    Duration took = Duration.ofNanos(around.nanoTime().getAsLong() - began);
    boolean last = waiting.once() || waiting.attempt() >= around.settings().attempts();
    Delivery.Result result =
        answer.isGood()
            ? Delivery.Result.DELIVERED
            : last ? Delivery.Result.GIVEN_UP : Delivery.Result.AGAIN;
    remember(
        waiting.message(),
        new Delivery(
            waiting.message().id(),
            waiting.message().event(),
            at,
            waiting.attempt(),
            answer.status(),
            took,
            answer.line(),
            result));
    if (result == Delivery.Result.AGAIN) {
      again(waiting);
    }
  }

  private Answer answer(Message message, Instant at) {
    try {
      return sent(message, at);
    } catch (RuntimeException failed) { // Such as a file of authorities that cannot be read.
      return Answer.none(String.valueOf(failed.getMessage()));
    }
  }

  private Answer sent(Message message, Instant at) {
    Webhook now = webhook();
    return around
        .seal()
        .open(now)
        .map(secret -> Signature.headers(secret, message.id(), at, message.body()))
        .map(headers -> around.sender().send(now.address(), headers, message.body()))
        .orElseGet(() -> Answer.none("the site's secret is another one: make the webhook anew"));
  }

  private synchronized void again(Waiting waiting) {
    long due = around.nanoTime().getAsLong() + pause(waiting.attempt()).toNanos();
    queue.add(new Waiting(waiting.message(), waiting.attempt() + 1, false, due, number++));
  }

  /** After so many tries. */
  private Duration pause(int attempts) {
    Duration doubled = around.settings().pause().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /**
   * Has a message delivered once more, as soon as nothing else is under way: one that waits for its
   * next try does so no longer, one that arrived or was given up is tried this once, or lost when
   * too many wait.
   *
   * @return whether it is one of those whose last tries can be looked at
   */
  synchronized boolean retry(String message) {
    if (underWay.filter(message::equals).isPresent()) {
      return true;
    }
    Optional<Waiting> known = waiting(message);
    Optional<Waiting> wanted = known.or(() -> remembered(message));
    if (known.isEmpty() && wanted.isPresent() && isFull()) {
      lost++;
      return true;
    }
    long now = around.nanoTime().getAsLong();
    known.ifPresent(queue::remove);
    wanted.ifPresent(
        one -> queue.add(new Waiting(one.message(), one.attempt(), one.once(), now, number++)));
    goOn();
    return wanted.isPresent();
  }

  private boolean isFull() {
    return queue.size() >= around.settings().waiting();
  }

  private Optional<Waiting> waiting(String message) {
    return queue.stream().filter(one -> one.message().id().equals(message)).findFirst();
  }

  /** As it would wait for another try. */
  private Optional<Waiting> remembered(String message) {
    return tried.stream()
        .filter(one -> one.message().id().equals(message))
        .max(Comparator.comparingInt(one -> one.delivery().attempt()))
        .map(one -> new Waiting(one.message(), one.delivery().attempt() + 1, true, 0, 0));
  }

  private synchronized void remember(Message message, Delivery delivery) {
    tried.addLast(new Tried(message, delivery));
    if (tried.size() > REMEMBERED) {
      tried.removeFirst();
    }
  }

  /** The last tries, the newest first. */
  synchronized List<Delivery> tried() {
    List<Delivery> list = new ArrayList<>(tried.stream().map(Tried::delivery).toList());
    Collections.reverse(list);
    return list;
  }

  /** How many messages wait, without the one that is under way. */
  synchronized int waiting() {
    return queue.size();
  }

  /** How many came when too many waited. */
  synchronized long lost() {
    return lost;
  }

  /** Nothing more is sent; what waits is forgotten. */
  synchronized void close() {
    closed = true;
    queue.clear();
    timer.ifPresent(Timers.Timer::cancel);
  }
}
