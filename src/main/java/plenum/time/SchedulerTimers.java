package plenum.time;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The application's timers: two threads that end with it. Not the container's managed executor:
 * what that captures of the calling context at each call costs more than the tasks.
 */
@ApplicationScoped
public class SchedulerTimers implements Timers {

  private static final System.Logger LOG = System.getLogger(SchedulerTimers.class.getName());
  private static final int THREADS = 2;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(THREADS, SchedulerTimers::thread);

  public SchedulerTimers() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    if (executor.isShutdown()) {
      return () -> {};
    }
    ScheduledFuture<?> future =
        executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "A timed task failed", defect);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plenum-timers");
    thread.setDaemon(true);
    return thread;
  }
}
