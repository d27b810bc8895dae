package plenum.signal.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Keeps a defect of Payara's web container from printing its stack.
 *
 * <p>With Payara 6.2025.10 a thread of the container's was seen to end by a {@code
 * NullPointerException} in {@code OutputBuffer$WriteHandlerImpl}, for a connection that was closed
 * already. Nobody waits for that thread. Whatever else ends a thread is told as before.
 */
@ApplicationScoped
class LateWrites {

  private static final System.Logger LOG = System.getLogger(LateWrites.class.getName());
  private static final String WRITER = "org.apache.catalina.connector.OutputBuffer$WriteHandler";

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> ended(thread, failure, before));
  }

  private static void ended(Thread thread, Throwable failure, UncaughtExceptionHandler before) {
    if (isLateWrite(failure)) {
      LOG.log(Level.DEBUG, "A connection was closed while it was written to", failure);
    } else if (before != null) {
      before.uncaughtException(thread, failure);
    } else {
      LOG.log(Level.ERROR, "The thread " + thread.getName() + " failed", failure);
    }
  }

  static boolean isLateWrite(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return failure instanceof NullPointerException
        && stack.length > 0
        && stack[0].getClassName().startsWith(WRITER);
  }
}
