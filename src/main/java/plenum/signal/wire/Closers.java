package plenum.signal.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes connections, away from whoever noticed that they must be. */
@ApplicationScoped
public class Closers implements Executor {

  private static final int THREADS = 4;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Closers::thread);

  Closers() {
    executor.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable closing) {
    if (!executor.isShutdown()) {
      executor.execute(closing);
    }
  }

  @PreDestroy
  void stop() {
    executor.shutdown();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plenum-closer");
    thread.setDaemon(true);
    return thread;
  }
}
