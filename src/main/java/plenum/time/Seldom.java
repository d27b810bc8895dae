package plenum.time;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Counts what may happen very often, so that it is told now and then alone. Thread-safe. */
public final class Seldom {

  private final long window;
  private final LongSupplier nanoTime;
  private boolean told;
  private long since;
  private long untold;

  /**
   * @param window from one telling to the next at least
   * @param nanoTime counts nanoseconds and never goes back, as {@link System#nanoTime}
   */
  public Seldom(Duration window, LongSupplier nanoTime) {
    this.window = window.toNanos();
    this.nanoTime = Objects.requireNonNull(nanoTime, "counting needs a clock");
  }

  /**
   * It happened.
   *
   * @return empty when it is not to be told; otherwise how often it happened untold before
   */
  public synchronized OptionalLong happened() {
    long now = nanoTime.getAsLong();
    if (told && now - since < window) {
      untold++;
      return OptionalLong.empty();
    }
    OptionalLong before = OptionalLong.of(untold);
    told = true;
    since = now;
    untold = 0;
    return before;
  }
}
