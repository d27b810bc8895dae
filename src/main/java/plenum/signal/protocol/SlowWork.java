package plenum.signal.protocol;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where messages are done that take long, such as those with a password, which is hashed: two at a
 * time, with little priority. What waits is bounded; more is rejected.
 */
@ApplicationScoped
public class SlowWork implements Executor {

  private static final int AT_A_TIME = 2;
  private static final int WAITING = 64;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_A_TIME,
          AT_A_TIME,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          SlowWork::thread);

  public SlowWork() {
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "plenum-slow");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /**
   * @throws java.util.concurrent.RejectedExecutionException when too much waits already
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
