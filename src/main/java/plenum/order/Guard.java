package plenum.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one lock of a feature's state, and what changes of it entail for others: events, streams that
 * end, records that are written.
 *
 * <p>A change is short and waits for nothing. What it entails is done after it, in the order of the
 * changes: two threads that decide one after the other could otherwise tell it the other way round.
 * That holds also for a change that was refused half way, as far as it entailed something until
 * then. One thread at a time does it: whoever made a change does what waits, unless another thread
 * is at it, for which it does not wait. So an act may return before all that it entails is done;
 * the state itself is changed then.
 *
 * <p>Nothing is done while the thread that does it holds this guard or another one, so that who is
 * told may ask, and change, whatever it wants. Where a change of one feature is part of another's
 * (a call that makes its room a group), another thread that is telling already may tell the inner
 * one before the outer one is complete; whoever then asks about the outer waits for it.
 */
public final class Guard {

  /** The guards that this thread's outermost change passed, the innermost first. */
  private static final ThreadLocal<List<Guard>> PASSED = new ThreadLocal<>();

  /** While this thread tells: the guards that may have something to write afterwards. */
  private static final ThreadLocal<Set<Guard>> WRITERS = new ThreadLocal<>();

  private final Object lock = new Object();
  private final Lane telling = new Lane();
  private final Lane writing = new Lane();

  /** Looks at the state. */
  public <T> T look(Supplier<T> question) {
    synchronized (lock) {
      return question.get();
    }
  }

  /** Changes the state, and then does what that entails. May be part of another change. */
  public <T> T change(Supplier<T> step) {
    boolean outermost = PASSED.get() == null;
    if (outermost) {
      PASSED.set(new ArrayList<>(2));
    }
    try {
      synchronized (lock) {
        return step.get();
      }
    } finally {
      pass(outermost);
    }
  }

  /** As {@link #change} where nothing is to be answered. */
  public void run(Runnable step) {
    change(
        () -> {
          step.run();
          return this;
        });
  }

  private void pass(boolean outermost) {
    List<Guard> passed = PASSED.get();
    if (!passed.contains(this)) {
      passed.add(this);
    }
    if (outermost) {
      PASSED.remove(); // Not kept empty: threads are the container's, and outlive the application.
      carryOut(passed);
    }
  }

  /** Who is told may make changes; what these write waits until everybody was told. */
  private static void carryOut(List<Guard> passed) {
    Set<Guard> later = WRITERS.get();
    if (later != null) {
      tell(passed, later);
      return;
    }
    Set<Guard> writers = new LinkedHashSet<>();
    WRITERS.set(writers);
    try {
      tell(passed, writers);
    } finally {
      WRITERS.remove();
    }
    writers.forEach(guard -> guard.writing.run());
  }

  private static void tell(List<Guard> passed, Set<Guard> writers) {
    writers.addAll(passed);
    passed.forEach(guard -> guard.telling.run());
  }

  /**
   * To be done after the change that runs. Must not wait for anything.
   *
   * @throws IllegalStateException outside of a change
   */
  public void then(Runnable step) {
    if (!Thread.holdsLock(lock)) {
      throw new IllegalStateException("Only a change entails something");
    }
    telling.add(step);
  }

  /**
   * To be done after the change that runs, and after what it and those before it told by {@link
   * #then}. May wait for a disk or a database: what is written later waits then too, but nothing
   * that is told.
   *
   * @throws IllegalStateException outside of a change
   */
  public void write(Runnable step) {
    then(() -> writing.add(step));
  }
}
