package plenum.media;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The container's threads for what must not hold up a node or a caller. */
@ApplicationScoped
public class MediaWorker implements Executor {

  private static final System.Logger LOG = System.getLogger(MediaWorker.class.getName());

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  /** Runs the task soon; drops it when the application is stopping. */
  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException | IllegalStateException stopping) {
      LOG.log(System.Logger.Level.DEBUG, "Stopping: {0}", stopping.getMessage());
    }
  }
}
