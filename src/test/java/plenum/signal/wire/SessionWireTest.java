package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.Extension;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a container that is not the known one. */
class SessionWireTest {

  private final List<String> happened = new ArrayList<>();
  private boolean open = true;

  private static <T> T as(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            SessionWireTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Session session() {
    RemoteEndpoint.Async remote =
        as(
            RemoteEndpoint.Async.class,
            (proxy, method, arguments) -> {
              if (!open) {
                throw new IllegalStateException("closed");
              }
              happened.add(method.getName() + " " + arguments[0]);
              ((SendHandler) arguments[1]).onResult(new SendResult());
              return null;
            });
    return as(
        Session.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getNegotiatedExtensions" -> List.<Extension>of();
              case "getAsyncRemote" -> remote;
              default -> throw new IllegalArgumentException(method.getName());
            });
  }

  private void send(String text) {
    new SessionWire(session(), Runnable::run, () -> happened.add("counted"))
        .send(text, () -> happened.add("done"));
  }

  @Test
  void leavesTextToTheContainer() {
    send("Hi");

    assertEquals(List.of("counted", "sendText Hi", "done"), happened);
  }

  @Test
  void tellsThatNothingIsUnderWayWhenTheContainerRefuses() {
    open = false;
    send("Hi");

    assertEquals(List.of("counted", "done"), happened);
  }
}
