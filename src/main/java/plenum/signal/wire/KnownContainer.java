package plenum.signal.wire;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leads past what a container does again for each receiver. Tyrus encodes every text letter by
 * letter, which took a third of the server's time for signalling. There is no setting for that, and
 * no other way but by its private parts; where they are not the known ones, sending costs more and
 * everything else is the same.
 */
final class KnownContainer {

  private static final System.Logger LOG = System.getLogger(KnownContainer.class.getName());
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private KnownContainer() {}

  /** None where the container is another, or where an extension would change what is sent. */
  static Optional<Frames> frames(Session session) {
    if (!session.getNegotiatedExtensions().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TyrusFrames.of(session.getAsyncRemote()));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException different) {
      tell(different);
      return Optional.empty();
    }
  }

  private static void tell(Throwable different) {
    if (TOLD.compareAndSet(false, true)) {
      LOG.log(
          Level.INFO,
          "This WebSocket container is not the known one ({0}): it encodes what is sent, sending"
              + " costs more.",
          different.toString());
    }
  }
}
