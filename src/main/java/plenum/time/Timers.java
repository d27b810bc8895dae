package plenum.time;

import java.time.Duration;

/** Runs something later. */
@FunctionalInterface
public interface Timers {

  /** How long one waits for a time of day before one looks at the computer's clock again. */
  Duration LOOK = Duration.ofMinutes(1);

  /**
   * How long to wait at once for a time of day: until then, or until one looks at the clock again,
   * for timers do not know when somebody sets it.
   *
   * @param left until that time, by the clock
   */
  static Duration untilLook(Duration left) {
    return left.compareTo(LOOK) < 0 ? left : LOOK;
  }

  /** Runs the task once after the delay, on a thread of its own. */
  Timer after(Duration delay, Runnable task);

  /** Something that will run. */
  @FunctionalInterface
  interface Timer {

    /** Does nothing when the task runs or ran already. */
    void cancel();
  }
}
