package plenum.store;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.time.Timers;

/**
 * Keeps a file as some state is: it is written as a whole a moment after the last of several
 * changes, away from whoever changed something, and when that fails again and again, with pauses
 * that grow up to a minute. Thread-safe.
 */
public final class Saving {

  /** Is told whether a write succeeded, on the thread that wrote; the last one decides. */
  @FunctionalInterface
  public interface Outcome {
    void wrote(boolean success);
  }

  private static final System.Logger LOG = System.getLogger(Saving.class.getName());
  private static final Duration DELAY = Duration.ofMillis(200);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final StoredFile file;
  private final Supplier<String> text;
  private final Timers timers;
  private final Storage storage;
  private final Outcome outcome;
  private final Duration delay;

  private final Object writing = new Object();
  private boolean due;
  private boolean waiting;
  private Duration pause = FIRST_PAUSE;
  private Optional<StoreFailure> failure = Optional.empty();

  /**
   * @param text the state as it is now
   */
  public Saving(
      StoredFile file, Supplier<String> text, Timers timers, Storage storage, Outcome outcome) {
    this(file, text, timers, storage, outcome, DELAY);
  }

  /**
   * @param text the state as it is now
   * @param delay from a change to the write
   */
  public Saving(
      StoredFile file,
      Supplier<String> text,
      Timers timers,
      Storage storage,
      Outcome outcome,
      Duration delay) {
    this.delay = delay;
    this.file = Objects.requireNonNull(file);
    this.text = Objects.requireNonNull(text);
    this.timers = Objects.requireNonNull(timers);
    this.storage = Objects.requireNonNull(storage);
    this.outcome = Objects.requireNonNull(outcome);
  }

  /** The state changed. */
  public synchronized void changed() {
    due = true;
    tryIn(delay);
  }

  /** Whether the last try failed, so that what changed since is not kept yet. */
  public synchronized boolean isFailing() {
    return failure.isPresent();
  }

  private synchronized void tryIn(Duration delay) {
    if (!waiting) {
      waiting = true;
      timers.after(delay, this::tryNow);
    }
  }

  private void tryNow() {
    synchronized (this) {
      waiting = false;
    }
    save();
  }

  /** Writes what is not written yet. */
  public void save() {
    synchronized (writing) { // What is older must not be written after what is newer.
      if (takeDue()) {
        write();
      }
    }
  }

  /** Writes what is not written yet, for the last time; tells what is lost if that fails, too. */
  public void stop() {
    save();
    synchronized (this) {
      failure.ifPresent(
          lost -> LOG.log(Level.ERROR, "{0} Its last changes are lost.", lost.getMessage()));
    }
  }

  private void write() {
    boolean done = false;
    try {
      file.write(text.get());
      done = true;
      succeeded();
    } catch (StoreFailure failed) {
      failed(failed);
    } catch (RuntimeException defect) {
      if (!isFailing()) { // Told once as the others are, but here somebody has to see where.
        LOG.log(Level.ERROR, "Defect in what " + file.name() + " is to hold", defect);
      }
      failed(new StoreFailure("The file %s cannot be written".formatted(file.path()), defect));
    } finally {
      if (!done) {
        tryAgain();
      }
      outcome.wrote(done);
    }
  }

  private synchronized boolean takeDue() {
    boolean was = due;
    due = false;
    return was;
  }

  private void succeeded() {
    storage.written(file.name());
    synchronized (this) {
      failure = Optional.empty();
      pause = FIRST_PAUSE;
    }
  }

  private void failed(StoreFailure failed) {
    storage.failed(file.name(), failed);
    synchronized (this) {
      failure = Optional.of(failed);
    }
  }

  private synchronized void tryAgain() {
    due = true;
    tryIn(pause);
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
  }
}
