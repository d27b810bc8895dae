package plenum.media.viewing;

import jakarta.servlet.ServletOutputStream;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the container from taking more than a little ahead of the client. What Grizzly (Payara
 * 6.2025.10) takes by itself was measured as some 10 MB for each connection on Linux, and there is
 * no setting for it. So the limit of the connection behind the answer is set by reflection; where
 * that does not work, a connection costs that much memory, and everything else is the same.
 */
final class WriteQueue {

  private static final System.Logger LOG = System.getLogger(WriteQueue.class.getName());
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** Bytes that may wait in the container; a read from the node is some 16 KiB. */
  private static final int MOST_BYTES = 64 * 1024;

  private WriteQueue() {}

  static void limit(ServletOutputStream out) {
    try {
      Object connection = field(field(field(out, "ob"), "grizzlyOutputBuffer"), "connection");
      Method limit = connection.getClass().getMethod("setMaxAsyncWriteQueueSize", int.class);
      limit.setAccessible(true);
      limit.invoke(connection, MOST_BYTES);
    } catch (ReflectiveOperationException | RuntimeException different) {
      if (TOLD.compareAndSet(false, true)) {
        LOG.log(
            Level.INFO,
            "This web container is not the known one: viewers that do not read cost more memory.");
      }
    }
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(object);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
