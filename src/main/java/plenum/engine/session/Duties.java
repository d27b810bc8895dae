package plenum.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import plenum.engine.net.ScheduledHandle;

/**
 * What a loop does by the clock as long as it has sessions: an idle one sleeps. Lives in the media
 * loop's thread.
 */
final class Duties {

  /** Runs a task in the loop's thread again and again; it is told the time. */
  @FunctionalInterface
  interface Timer {
    ScheduledHandle every(Duration period, LongConsumer task);
  }

  private record Duty(Duration period, LongConsumer task) {}

  private final Timer timer;
  private final List<Duty> all = new ArrayList<>();
  private final List<ScheduledHandle> running = new ArrayList<>();

  Duties(Timer timer) {
    this.timer = timer;
  }

  /** Adds one, to be done from the next {@link #begin} on. */
  void every(Duration period, LongConsumer task) {
    all.add(new Duty(period, task));
  }

  /** There is something to do. */
  void begin() {
    if (running.isEmpty()) {
      all.forEach(duty -> running.add(timer.every(duty.period(), duty.task())));
    }
  }

  /** There is nothing to do any more. */
  void end() {
    running.forEach(ScheduledHandle::cancel);
    running.clear();
  }
}
