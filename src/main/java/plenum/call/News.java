package plenum.call;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What others are to be told or to do, one after the other in the order in which it was decided,
 * and never under the lock of who decided: two threads that decide one after the other could
 * otherwise tell it the other way round.
 */
final class News {

  private static final System.Logger LOG = System.getLogger(News.class.getName());

  private final Consumer<CallEvent> listener;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean telling;

  News(Consumer<CallEvent> listener) {
    this.listener = listener;
  }

  /** To be called in the order of the decisions; {@link #tell()} is to follow. */
  void add(CallEvent event) {
    then(() -> listener.accept(event));
  }

  /** Something to be done after what was added before. */
  synchronized void then(Runnable step) {
    waiting.add(step);
  }

  /** Tells what waits, unless another thread does it already. */
  void tell() {
    synchronized (this) {
      if (telling) {
        return;
      }
      telling = true;
    }
    for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
      run(next.get());
    }
  }

  private synchronized Optional<Runnable> next() {
    Optional<Runnable> next = Optional.ofNullable(waiting.poll());
    telling = next.isPresent();
    return next;
  }

  private static void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      // An error too, such as a class that is missing: otherwise nobody would be told any more.
      LOG.log(Level.ERROR, "What a call entails failed", e);
    }
  }
}
