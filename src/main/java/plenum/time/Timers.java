package plenum.time;

import java.time.Duration;

/** Runs something later. */
@FunctionalInterface
public interface Timers {

  /** Runs the task once after the delay, on a thread of its own. */
  Timer after(Duration delay, Runnable task);

  /** Something that will run. */
  @FunctionalInterface
  interface Timer {

    /** Does nothing when the task runs or ran already. */
    void cancel();
  }
}
