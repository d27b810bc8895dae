package plenum.e2e;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plenum.testing.Waiting;

/** Waits for what will be true in a moment, as long as any journey has to. */
final class Eventually {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private Eventually() {}

  /**
   * Looks until the condition holds, and answers what was seen then.
   *
   * @param what for the message: "Waited in vain for " what
   */
  static <T> T eventually(String what, Supplier<T> look, Predicate<T> condition) {
    return Waiting.until(what, PATIENCE, look, condition);
  }
}
