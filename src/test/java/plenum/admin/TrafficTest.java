package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.testing.Actors;

class TrafficTest {

  private static final long SECOND = 1_000_000_000;

  private final Traffic traffic = new Traffic();

  private static NodeClient session(String id, long received, long sent) {
    return new NodeClient(
        id,
        new StreamId("live", "stream"),
        StreamAction.PUBLISH,
        Actors.HERE,
        Instant.EPOCH,
        received,
        sent);
  }

  @Test
  void countsWhatSessionsGrewByThatThereWereBefore() {
    assertEquals(new Traffic.Rate(0, 0), traffic.since(List.of(session("a", 5000, 0)), SECOND));
    Traffic.Rate rate =
        traffic.since(
            List.of(session("a", 7000, 1000), session("new", 99_000, 99_000)), 3 * SECOND);
    assertEquals(new Traffic.Rate(8, 4), rate);
  }

  @Test
  void takesACounterThatBeganAnewForNothing() {
    traffic.since(List.of(session("a", 5000, 0)), SECOND);
    assertEquals(new Traffic.Rate(0, 0), traffic.since(List.of(session("a", 10, 0)), 2 * SECOND));
  }
}
