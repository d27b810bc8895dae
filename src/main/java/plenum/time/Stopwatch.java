package plenum.time;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Measures how long something has lasted, whatever happens to the computer's clock meanwhile. */
public final class Stopwatch {

  private final LongSupplier nanoTime;
  private final long began;

  private Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = Objects.requireNonNull(nanoTime, "a stopwatch needs a clock");
    this.began = nanoTime.getAsLong();
  }

  /**
   * Begins to measure now.
   *
   * @param nanoTime counts nanoseconds and never goes back, as {@link System#nanoTime}
   */
  public static Stopwatch start(LongSupplier nanoTime) {
    return new Stopwatch(nanoTime);
  }

  /** How long it has run; it goes on. */
  public Duration passed() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }
}
