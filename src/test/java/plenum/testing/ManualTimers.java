package plenum.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plenum.time.Timers;

/** A clock that a test turns by hand. Tasks run on the test's thread. */
public final class ManualTimers implements Timers {

  private record Task(long due, Runnable work) {}

  private final List<Task> tasks = new ArrayList<>();
  private long now;
  private Duration jumped = Duration.ZERO;

  @Override
  public synchronized Timer after(Duration delay, Runnable work) {
    Task task = new Task(now + delay.toNanos(), work);
    tasks.add(task);
    return () -> remove(task);
  }

  /** Nanoseconds, like {@link System#nanoTime()}. */
  public synchronized long nanoTime() {
    return now;
  }

  /** What the computer's clock shows, which began in 1970. */
  public synchronized Instant instant() {
    return Instant.EPOCH.plusNanos(now).plus(jumped);
  }

  /** Somebody sets the computer's clock forward, of which timers know nothing. */
  public synchronized void jump(Duration forward) {
    jumped = jumped.plus(forward);
  }

  /** Lets time pass, and runs what is due, in its order. */
  public void pass(Duration time) {
    long end = nanoTime() + time.toNanos();
    for (Task task = next(end); task != null; task = next(end)) {
      task.work().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** Runs what is due now. */
  public void runDue() {
    pass(Duration.ZERO);
  }

  private synchronized Task next(long end) {
    Task next =
        tasks.stream()
            .filter(task -> task.due() <= end)
            .min(Comparator.comparingLong(Task::due))
            .orElse(null);
    if (next != null) {
      tasks.remove(next);
      now = Math.max(now, next.due());
    }
    return next;
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }
}
