package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.signal.protocol.Connections.Caller;

class ConnectionsTest {

  private final Connections connections = new Connections();

  private Connection connected() {
    Connection connection = new Connection(Clients.ada(), new MessageCodec(), null);
    connections.add(new Caller(connection, null));
    return connection;
  }

  @Test
  void waitsForNobodyWhenNobodyIsThere() {
    assertEquals(0, connections.awaitNone(Duration.ofDays(1)));
  }

  @Test
  void waitsUntilTheLastOneIsGone() throws Exception {
    Connection first = connected();
    Connection second = connected();
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(() -> connections.awaitNone(Duration.ofDays(1)));

    connections.remove(first.session());
    assertFalse(waiting.isDone());
    connections.remove(second.session());

    assertEquals(0, waiting.get(1, TimeUnit.MINUTES));
  }

  @Test
  void givesUpOnWhoDoesNotGo() {
    connected();

    assertEquals(1, connections.awaitNone(Duration.ofMillis(20)));
  }

  @Test
  void doesNotWaitWhenItIsToStop() {
    connected();
    Thread.currentThread().interrupt();

    assertEquals(1, connections.awaitNone(Duration.ofDays(1)));
    assertTrue(Thread.interrupted());
  }
}
