package plenum.order;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Steps that are done one after the other, in the order in which they were added. Thread-safe. */
final class Lane {

  private static final System.Logger LOG = System.getLogger(Lane.class.getName());

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /** {@link #run()} is to follow. */
  synchronized void add(Runnable step) {
    waiting.add(step);
  }

  /** Does what waits, and what is added meanwhile, unless another thread does it already. */
  void run() {
    synchronized (this) {
      if (running) {
        return;
      }
      running = true;
    }
    for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
      run(next.get());
    }
  }

  private synchronized Optional<Runnable> next() {
    Optional<Runnable> next = Optional.ofNullable(waiting.poll());
    running = next.isPresent();
    return next;
  }

  private static void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      // An error too, such as a class that is missing: otherwise nothing would be done any more.
      LOG.log(Level.ERROR, "What a change entails failed", e);
    }
  }
}
