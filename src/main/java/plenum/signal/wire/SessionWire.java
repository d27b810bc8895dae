package plenum.signal.wire;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Sends by a container's session. */
public final class SessionWire implements Outbox.Wire {

  private static final System.Logger LOG = System.getLogger(SessionWire.class.getName());

  private final Session session;
  private final Executor closer;
  private final Runnable sent;
  private final Optional<Frames> frames;

  /**
   * @param closer closes, which may wait for a client that does not read
   * @param sent is run for each message
   */
  public SessionWire(Session session, Executor closer, Runnable sent) {
    this.session = session;
    this.closer = closer;
    this.sent = sent;
    this.frames = KnownContainer.frames(session);
  }

  @Override
  public void send(String text, Runnable done) {
    sent.run();
    try {
      sendOpen(text, done);
    } catch (RuntimeException closed) {
      // The end of the connection is told by the container.
      LOG.log(Level.DEBUG, "A message could not be sent", closed);
      done.run();
    }
  }

  private void sendOpen(String text, Runnable done) {
    if (frames.isPresent() && session.isOpen()) {
      frames.get().send(text, done);
    } else {
      session.getAsyncRemote().sendText(text, result -> done.run());
    }
  }

  @Override
  public void close(CloseCode code) {
    closer.execute(() -> closeNow(code));
  }

  private void closeNow(CloseCode code) {
    try {
      session.close(
          new CloseReason(CloseReason.CloseCodes.getCloseCode(code.code()), code.phrase()));
    } catch (IOException | RuntimeException closed) {
      LOG.log(Level.DEBUG, "A connection could not be closed", closed);
    }
  }
}
