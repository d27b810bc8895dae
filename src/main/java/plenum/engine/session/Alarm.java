package plenum.engine.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Wakes somebody who has something to do before the next tick. Lives in the media loop's thread.
 */
final class Alarm {

  /** Nobody is woken more often: what is due meanwhile is done together. */
  static final long SOONEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long NEVER = Long.MAX_VALUE;

  /** Runs a task in the loop's thread, later; it is told the time. */
  @FunctionalInterface
  interface Timer {
    void after(Duration delay, LongConsumer task);
  }

  private final Timer timer;
  private final LongConsumer task;
  private long setNanos = NEVER;

  /**
   * @param task what there is to do; it may set the alarm again
   */
  Alarm(Timer timer, LongConsumer task) {
    this.timer = timer;
    this.task = task;
  }

  /** Rings then, unless it does so earlier. */
  void at(long nanos, long nowNanos) {
    if (nanos < setNanos) {
      setNanos = nanos;
      long delay = Math.max(SOONEST_NANOS, nanos - nowNanos);
      timer.after(Duration.ofNanos(delay), now -> ring(nanos, now));
    }
  }

  private void ring(long nanos, long nowNanos) {
    if (nanos == setNanos) {
      setNanos = NEVER;
      task.accept(nowNanos);
    }
  }
}
