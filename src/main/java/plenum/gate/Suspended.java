package plenum.gate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;

/**
 * A request that waits. Nothing more is read from its connection meanwhile, and no thread waits
 * with it.
 */
record Suspended(FilterChainContext context) {

  static Suspended begin(FilterChainContext context) {
    context.suspend();
    return new Suspended(context);
  }

  boolean isOpen() {
    return context.getConnection().isOpen();
  }

  /** The filter that suspended it sees it again, on a thread of the container's. */
  void goOn() {
    Connection<?> connection = context.getConnection();
    try {
      ExecutorService threads = connection.getTransport().getWorkerThreadPool();
      threads.execute(context::resume);
    } catch (RejectedExecutionException stops) {
      connection.terminateSilently();
    }
  }
}
