package plenum.signal;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import plenum.settings.Current;
import plenum.settings.SignalSettings;
import plenum.signal.protocol.Connections.Caller;
import plenum.signal.protocol.MessageCounts;
import plenum.signal.wire.Closers;
import plenum.signal.wire.IdleTimers;
import plenum.signal.wire.Outbox;
import plenum.signal.wire.SessionWire;

/** The container's side of a connection; one object for each. */
@ServerEndpoint(value = "/signal", configurator = SignalConfigurator.class)
public class SignalEndpoint {

  private static final System.Logger LOG = System.getLogger(SignalEndpoint.class.getName());

  @Inject Reception reception;
  @Inject Current<SignalSettings> settings;
  @Inject Closers closers;
  @Inject MessageCounts counts;

  private Optional<Caller> caller = Optional.empty();

  @OnOpen
  public void open(Session session, EndpointConfig config) {
    session.setMaxIdleTimeout(0);
    IdleTimers.silence(session);
    Outbox outbox =
        new Outbox(
            settings.now().queue(),
            settings.now().queueCharacters(),
            new SessionWire(session, closers, counts::addSent));
    FirstContact handshake = (FirstContact) config.getUserProperties().get(FirstContact.KEY);
    caller = reception.welcome(handshake, outbox);
  }

  /** Part by part, so that a message above our limit is an error and not the connection's end. */
  @OnMessage
  public void text(String part, boolean last) {
    if (last) {
      counts.addReceived();
    }
    caller.ifPresent(known -> known.inbox().receive(part, last));
  }

  @OnMessage
  public void bytes(ByteBuffer part, boolean last) {
    caller.ifPresent(known -> known.inbox().receiveBinary(last));
  }

  @OnClose
  public void close(CloseReason reason) {
    int code = reason.getCloseCode().getCode();
    boolean saidGoodbye =
        code == CloseCodes.NORMAL_CLOSURE.getCode() || code == CloseCodes.GOING_AWAY.getCode();
    caller.ifPresent(known -> reception.goodbye(known.connection(), saidGoodbye));
  }

  /** A broken connection is no event worth more; {@link #close} follows. */
  @OnError
  public void failed(Throwable cause) {
    LOG.log(Level.DEBUG, "A connection failed", cause);
  }
}
