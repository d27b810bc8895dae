package plenum.database;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.settings.Ending;
import plenum.store.Storage;
import plenum.store.StoreFailure;

/**
 * What is to be written, in the order in which it was told, by one thread of its own: whoever adds
 * something waits for nothing. While the database is away, it waits here, in bounded number; when
 * it is back, all of it is written, nothing twice. Thread-safe.
 */
public final class WriteQueue implements AutoCloseable {

  /** One change of the database, a part of a transaction; may be tried several times. */
  @FunctionalInterface
  public interface Write {
    void to(EntityManager manager);
  }

  /** As the health check names it. */
  static final String NAME = "database";

  private static final System.Logger LOG = System.getLogger(WriteQueue.class.getName());
  private static final int BATCH = 200;
  private static final int MOST_CAUSES = 20;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

  private final int most;
  private final Journal journal;
  private final Storage storage;
  private final Thread writer = new Thread(this::writeAll, "plenum-store");

  private final Map<String, Write> waiting = new LinkedHashMap<>();
  private Map<String, Write> underWay = Map.of();
  private long number;
  private final Set<String> causes = new HashSet<>();
  private long lost;
  private boolean full;
  private boolean failing;
  private boolean stopped;
  private long end;
  private volatile Runnable watcher = () -> {};

  /**
   * @param most changes that wait
   * @param storage is told when they cannot be written, and when they can be again
   */
  public WriteQueue(Database database, int most, Storage storage) {
    this.most = most;
    this.journal = new Journal(database);
    this.storage = storage;
    writer.setDaemon(true);
    writer.start();
  }

  /** Adds a record; when too many wait, it is lost, and counted. */
  public synchronized void add(Write write) {
    if (size() >= most) {
      lose();
      return;
    }
    put("#" + number++, write);
  }

  /**
   * Adds a change that stands for the last one with the same key, which is left out if it waits.
   */
  public synchronized void put(String key, Write write) {
    waiting.remove(key);
    waiting.put(key, write);
    notifyAll();
  }

  private void lose() {
    lost++;
    if (!full) {
      full = true;
      LOG.log(
          Level.ERROR,
          "{0} records wait for the database (setting plenum.store.waiting); those that come now"
              + " are lost.",
          most);
    }
  }

  /** Told with all that is known once for each cause: there may be many records of the kind. */
  private synchronized void refused(RuntimeException why) {
    lost++;
    String said = Fault.bySql(why);
    if (causes.size() < MOST_CAUSES && causes.add(said)) {
      LOG.log(Level.ERROR, "The database does not take a record, which is lost", why);
    } else {
      LOG.log(Level.DEBUG, "The database does not take another record, which is lost: {0}", said);
    }
  }

  /** The keys of what is not written yet. */
  public synchronized Set<String> unwritten() {
    return Stream.concat(underWay.keySet().stream(), waiting.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the last try failed. */
  public synchronized boolean isFailing() {
    return failing;
  }

  /** Names this run of the server, as the database does. */
  public String run() {
    return journal.id();
  }

  /** How many changes wait. */
  public synchronized int size() {
    return underWay.size() + waiting.size();
  }

  /** How many records were lost since the start: too many waited, or they were not taken. */
  public synchronized long lost() {
    return lost;
  }

  /** From now on the watcher is run, on any thread, when {@link #isFailing} may tell otherwise. */
  public void watch(Runnable newWatcher) {
    watcher = newWatcher;
  }

  /**
   * Waits until all is written that was added before.
   *
   * @return whether it is
   */
  public synchronized boolean flush(Duration patience) {
    long late = System.nanoTime() + patience.toNanos();
    while (size() > 0 && System.nanoTime() - late < 0) {
      await(Duration.ofMillis(100));
    }
    return size() == 0;
  }

  /**
   * Waits until all is written that was added before, whatever is added meanwhile.
   *
   * @return whether it is; false at once while the database is away
   */
  public synchronized boolean settle(Duration patience) {
    String mark = "settled #" + number++;
    put(mark, WriteQueue::nothing);
    long late = System.nanoTime() + patience.toNanos();
    while (waiting.containsKey(mark) || underWay.containsKey(mark)) {
      if (failing || System.nanoTime() - late >= 0) {
        waiting.remove(mark);
        return false;
      }
      await(Duration.ofMillis(100));
    }
    return true;
  }

  private static void nothing(EntityManager manager) {}

  private synchronized void await(Duration time) {
    try {
      wait(time.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAll() {
    for (Batch batch = next(); !batch.isWritten(); batch = next()) {
      if (!isWritten(batch)) {
        return;
      }
      done();
    }
  }

  /** Waits for something to write; nothing at the end. */
  private synchronized Batch next() {
    while (waiting.isEmpty() && !stopped) {
      await(Duration.ofHours(1));
    }
    Map<String, Write> first = new LinkedHashMap<>();
    waiting.entrySet().stream()
        .limit(BATCH)
        .forEach(write -> first.put(write.getKey(), write.getValue()));
    waiting.keySet().removeAll(first.keySet());
    underWay = first;
    return new Batch(first.values(), this::refused);
  }

  private synchronized void done() {
    underWay = Map.of();
    notifyAll();
  }

  /** Tries until it is written; false at the end, when it cannot be. */
  private boolean isWritten(Batch batch) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        batch.write(journal);
        setFailing(false);
        storage.written(NAME);
        return true;
      } catch (DatabaseAway away) {
        setFailing(true);
        storage.failed(NAME, new StoreFailure(away.what(), away.getMessage()));
      }
      if (isOver()) {
        return false;
      }
      pause(isStopped() ? FIRST_PAUSE : pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /** However much is added meanwhile; shorter only when the end comes. */
  private synchronized void pause(Duration time) {
    boolean before = stopped;
    long over = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && stopped == before && !isInterrupted(); ) {
      await(Duration.ofNanos(left).plusMillis(1));
      left = over - System.nanoTime();
    }
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Whether it is of no use to try again. */
  private synchronized boolean isOver() {
    return stopped && System.nanoTime() - end > 0;
  }

  private void setFailing(boolean now) {
    boolean changed;
    synchronized (this) {
      changed = failing != now;
      failing = now;
    }
    if (changed) {
      watcher.run();
    }
  }

  private String lastWords(int changes) {
    return "%d changes of the database are lost at the stop: %s"
        .formatted(changes, storage.problem().orElse("it did not answer in time."));
  }

  /** Writes what waits, if that is possible at once, and tells what is lost otherwise. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      end = System.nanoTime() + LAST_PATIENCE.toNanos();
      notifyAll();
    }
    if (!flush(LAST_PATIENCE)) {
      Ending.say(lastWords(size()));
    }
  }
}
