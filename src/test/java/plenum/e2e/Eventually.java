package plenum.e2e;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Waits for what will be true in a moment. */
final class Eventually {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE = 100;

  private Eventually() {}

  /**
   * Looks until the condition holds, and answers what was seen then.
   *
   * @param what for the message: "Waited in vain for " what
   */
  static <T> T eventually(String what, Supplier<T> look, Predicate<T> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    while (!condition.test(seen)) {
      if (System.nanoTime() > end) {
        throw new AssertionFailedError("Waited in vain for " + what + "; last seen: " + seen);
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
