package plenum.testing;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what will be true in a moment. */
public final class Waiting {

  private static final long PAUSE = 100;

  private Waiting() {}

  /**
   * Looks until the condition holds, and answers what was seen then.
   *
   * @param what for the message: "Waited in vain for " what
   * @param patience far more than a quiet machine needs
   */
  public static <T> T until(
      String what, Duration patience, Supplier<T> look, Predicate<T> condition) {
    long end = System.nanoTime() + patience.toNanos();
    T seen = look.get();
    while (!condition.test(seen)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Waited in vain for " + what + "; last seen: " + seen);
      }
      pause();
      seen = look.get();
    }
    return seen;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
