package plenum.signal.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import plenum.identity.Actor;
import plenum.time.Timers;

/**
 * What many connections watch: a snapshot, then numbered changes.
 *
 * <p>Whoever changes something touches its key. Soon, but at most once per batch time, the topic
 * compares what is listed now with what it told last, encodes the difference once and hands the
 * same text to every follower; followers that wait for a snapshot get it after that. So any number
 * of changes, and of people who join, within a batch cost one comparison and one encoding each.
 * When a batch takes longer than the batch time, the next one waits as long again: under load
 * batches grow instead of queues. Without followers nothing is done at all.
 *
 * <p>Batches of a topic never overlap; {@code told}, {@code seq} and {@code body} belong to the
 * batch that runs, everything else is guarded by this object's lock. Followers are called while it
 * is not held.
 */
public final class Topic<V extends Entry> {

  /** How a follower's snapshot begins. */
  private record Waiting(Follower follower, ServerMessage head) {}

  private record Batch(Map<String, String> touched, List<Follower> live, List<Waiting> waiting) {}

  /** What follows at once belongs together: who joins changes a room, and then follows it. */
  private static final Duration SOON = Duration.ofMillis(2);

  private final TopicSource<V> source;
  private final MessageCodec codec;
  private final Timers timers;
  private final long pause;
  private final LongSupplier nanoTime;

  private final Map<Follower, Optional<ServerMessage>> followers = new LinkedHashMap<>();
  private Map<String, String> touched = new LinkedHashMap<>();
  private boolean scheduled;
  private long next;

  private final Map<String, V> told = new LinkedHashMap<>();
  private long seq;
  private Optional<String> body = Optional.empty();

  Topic(
      TopicSource<V> source,
      MessageCodec codec,
      Timers timers,
      Duration pause,
      LongSupplier nanoTime) {
    this.source = source;
    this.codec = codec;
    this.timers = timers;
    this.pause = pause.toNanos();
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** The same for all topics of a kind; a connection follows one of them at most. */
  String name() {
    return source.name();
  }

  /** See {@link TopicSource#admit}. */
  void admit(Supplier<Actor> follower) {
    source.admit(follower);
  }

  /** A snapshot that begins with this head, now, and all changes from then on. */
  synchronized void follow(Follower follower, ServerMessage head) {
    followers.put(follower, Optional.of(head));
    schedule();
  }

  synchronized void unfollow(Follower follower) {
    followers.remove(follower);
  }

  /** What is listed under the key may have changed. */
  public void touch(String key) {
    touch(key, "");
  }

  /**
   * @param reason why it is gone, if it is
   */
  public synchronized void touch(String key, String reason) {
    if (followers.isEmpty()) {
      return; // The next follower's snapshot is made of the present state.
    }
    touched.merge(key, reason, (before, now) -> now.isEmpty() ? before : now);
    schedule();
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      long delay = Math.max(SOON.toNanos(), next - nanoTime.getAsLong());
      timers.after(Duration.ofNanos(delay), this::runBatch);
    }
  }

  private void runBatch() {
    long began = nanoTime.getAsLong();
    try {
      Batch batch = begin();
      if (batch.live().isEmpty()) {
        startAfresh(batch);
      } else {
        tellChanges(batch);
      }
      tellSnapshots(batch);
    } finally {
      end(began);
    }
  }

  private synchronized Batch begin() {
    List<Follower> live = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    for (var entry : followers.entrySet()) {
      Optional<ServerMessage> head = entry.getValue();
      if (head.isPresent()) {
        waiting.add(new Waiting(entry.getKey(), head.get()));
        entry.setValue(Optional.empty());
      } else {
        live.add(entry.getKey());
      }
    }
    Map<String, String> keys = touched;
    touched = new LinkedHashMap<>();
    return new Batch(keys, live, waiting);
  }

  /** Nobody has followed what changed since the last batch. */
  private void startAfresh(Batch batch) {
    body = Optional.empty();
    told.clear();
    if (!batch.waiting().isEmpty()) {
      seq++;
      told.putAll(source.all());
    }
  }

  private synchronized void end(long began) {
    scheduled = false;
    long now = nanoTime.getAsLong();
    next = now + Math.max(pause, now - began);
    if (!touched.isEmpty() || followers.values().stream().anyMatch(Optional::isPresent)) {
      schedule();
    }
  }

  private void tellChanges(Batch batch) {
    List<Change> changes = new ArrayList<>();
    batch.touched().forEach((key, reason) -> compare(key, reason).ifPresent(changes::add));
    if (changes.isEmpty()) {
      return;
    }
    seq++;
    body = Optional.empty();
    String text = codec.encodeChanges(source.name(), seq, changes);
    batch.live().forEach(follower -> follower.deliver(this, text));
  }

  private Optional<Change> compare(String key, String reason) {
    Optional<V> now = source.now(key);
    if (!source.isRemembered()) {
      return now.map(Entry::appeared);
    }
    V before = now.isPresent() ? told.put(key, now.get()) : told.remove(key);
    if (before == null) {
      return now.map(Entry::appeared);
    }
    if (now.isEmpty()) {
      return Optional.of(before.gone(reason));
    }
    return now.filter(view -> !view.equals(before)).map(view -> view.changed(before));
  }

  private void tellSnapshots(Batch batch) {
    if (batch.waiting().isEmpty()) {
      return;
    }
    if (body.isEmpty()) {
      body = Optional.of(codec.encodeBody(source.snapshot(seq, told.values())));
    }
    String text = body.get();
    for (Waiting waiting : batch.waiting()) {
      waiting.follower().answer(this, waiting.head(), codec.join(waiting.head(), text));
    }
  }
}
