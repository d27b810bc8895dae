package plenum.signal.wire;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes Tyrus's idle timer out of a session. Tyrus starts it anew at every send, even with a
 * timeout of 0, and capturing the caller's context for it costs more than the rest of the sending.
 * There is no setting for that, so the session's private scheduler is replaced by one that does
 * nothing; where that does not work, sending costs more and everything else is the same. Plenum
 * looks for silent connections by itself.
 */
public final class IdleTimers {

  private static final System.Logger LOG = System.getLogger(IdleTimers.class.getName());
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private static final ClassValue<Field[]> SCHEDULER =
      new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
          return scheduler(type);
        }
      };

  private IdleTimers() {}

  public static void silence(Session session) {
    for (Field scheduler : SCHEDULER.get(session.getClass())) {
      try {
        scheduler.set(session, NoScheduler.INSTANCE);
      } catch (ReflectiveOperationException | RuntimeException different) {
        tell();
      }
    }
  }

  private static Field[] scheduler(Class<?> type) {
    try {
      Field field = type.getDeclaredField("service");
      if (field.getType() == ScheduledExecutorService.class && field.trySetAccessible()) {
        return new Field[] {field};
      }
    } catch (NoSuchFieldException different) {
      // Told below.
    }
    tell();
    return new Field[0];
  }

  private static void tell() {
    if (TOLD.compareAndSet(false, true)) {
      LOG.log(
          Level.INFO,
          "This WebSocket container is not the known one: its idle timer stays, sending costs"
              + " more.");
    }
  }
}
