package plenum.bench;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The peer: an endpoint as every tutorial has it, which sends each message on to everybody. It
 * reads no JSON and knows no rooms; what it costs is the container's own sending.
 */
@ServerEndpoint("/signal")
public final class PlainBroadcast {

  private static final Set<Session> OPEN = ConcurrentHashMap.newKeySet();
  private static final String PING = "{\"type\":\"ping\"}";

  @OnOpen
  public void open(Session session) {
    OPEN.add(session);
  }

  @OnClose
  public void close(Session session) {
    OPEN.remove(session);
  }

  /** Sends it to everybody; pings are answered. */
  @OnMessage
  public void text(Session from, String text) {
    if (text.equals(PING)) {
      from.getAsyncRemote().sendText("{\"type\":\"pong\"}");
    } else {
      OPEN.forEach(session -> session.getAsyncRemote().sendText(text));
    }
  }
}
