package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class NodeFlowsTest {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTimers timers = new ManualTimers();
  private List<NodeClient> clients = List.of();
  private int looks;
  private final NodeFlows flows = new NodeFlows(this::look, timers, timers::nanoTime, EVERY);

  private List<NodeClient> look() {
    looks++;
    return clients;
  }

  private static NodeClient client(String id, String stream, StreamAction action, long received) {
    StreamId name = new StreamId("group", stream);
    return new NodeClient(id, name, action, Actors.HERE, Instant.EPOCH, received, 7);
  }

  private OptionalInt received() {
    return flows.received("adas", EVERY);
  }

  /** So many seconds pass in which the publisher sends so much. */
  private void send(String id, int seconds, long bytesPerSecond) {
    for (int second = 0; second < seconds; second++) {
      long before =
          clients.stream()
              .filter(client -> client.id().equals(id))
              .mapToLong(NodeClient::receivedBytes)
              .findFirst()
              .orElse(0);
      List<NodeClient> now = new ArrayList<>();
      now.add(client(id, "adas", StreamAction.PUBLISH, before + bytesPerSecond));
      now.add(client("player", "adas", StreamAction.PLAY, 5));
      clients = now;
      timers.pass(SECOND);
    }
  }

  @Test
  void tellsWhatCameInTheInterval() {
    assertEquals(OptionalInt.empty(), received());
    timers.runDue();
    send("c1", 6, 125_000);
    assertEquals(OptionalInt.of(1000), received());
    send("c1", 5, 25_000);
    assertEquals(OptionalInt.of(200), received());
    assertEquals(OptionalInt.empty(), flows.received("bobs", EVERY));
  }

  @Test
  void knowsNothingOfAnotherSession() {
    received();
    send("c1", 6, 125_000);
    send("c2", 3, 125_000);
    assertEquals(OptionalInt.empty(), received());
    send("c2", 6, 125_000);
    assertEquals(OptionalInt.of(1000), received());
  }

  @Test
  void looksOnlyWhileSomebodyAsks() {
    send("c1", 10, 1000);
    assertEquals(0, looks);
    received();
    send("c1", 60, 1000);
    int last = looks;
    send("c1", 60, 1000);
    assertEquals(last, looks);
    assertEquals(OptionalInt.empty(), received());
    send("c1", 6, 125_000);
    assertEquals(OptionalInt.of(1000), received());
  }
}
