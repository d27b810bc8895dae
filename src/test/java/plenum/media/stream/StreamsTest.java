package plenum.media.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeOffer;
import plenum.media.ticket.Ticket;
import plenum.testing.Actors;

class StreamsTest {

  private final MediaFixture media = new MediaFixture();
  private final Streams streams = media.streams;

  private static NodeOffer offer(StreamId stream) {
    return new NodeOffer(stream, "v=0", InetAddress.getLoopbackAddress());
  }

  @Test
  void namesEveryStreamAnew() {
    assertNotEquals(
        streams.open(MediaFixture.ROOM, "camera"), streams.open(MediaFixture.ROOM, "camera"));
  }

  @Test
  void tellsTheSourceInTheName() {
    assertTrue(
        streams.open(MediaFixture.ROOM, "screen").name().matches("[A-Za-z0-9_-]{22}-screen"));
  }

  @Test
  void givesAddressesBelowTheContextPath() {
    MediaFixture below =
        new MediaFixture(
            Map.of(
                "plenum.http.context-path", "/plenum",
                "plenum.media.nodes", "http://127.0.0.1:1985",
                "plenum.media.srs.hook-secret", "s".repeat(32)));
    StreamId id = below.streams.open(MediaFixture.ROOM, "camera");
    Actor ada = Actors.known("ada");
    Ticket ticket = below.streams.publishTicket(ada, id);
    String whip = below.streams.ingests(id, ticket).get(0).address();
    assertTrue(whip.startsWith("/plenum/rtc/v1/whip/?app=group&stream="), whip);
    String flv = below.streams.viewTicket(ada, id).flv();
    assertTrue(flv.startsWith("/plenum/live/group/"), flv);
  }

  @Test
  void permitsAStreamFromOpeningToClosing() {
    StreamId id = streams.open(MediaFixture.ROOM, "camera");
    assertTrue(streams.permits(id));
    streams.close(id);
    assertFalse(streams.permits(id));
  }

  @Test
  void endsPublisherAndPlayersOfAClosedStream() {
    StreamId id = streams.open(MediaFixture.ROOM, "camera");
    StreamId other = streams.open(MediaFixture.ROOM, "camera");
    media.node.publish(offer(id));
    media.node.play(offer(id));
    media.node.publish(offer(other));
    streams.close(id);
    assertEquals(List.of(other), media.node.clients().stream().map(NodeClient::stream).toList());
  }

  @Test
  void refusesMoreStreamsThanItsLimit() {
    Streams few = new MediaFixture(Map.of("plenum.media.max-streams", "1")).streams;
    few.open(MediaFixture.ROOM, "camera");
    MediaRefusal refusal =
        assertThrows(MediaRefusal.class, () -> few.open(MediaFixture.ROOM, "camera"));
    assertEquals(MediaRefusal.Reason.TOO_MANY, refusal.reason());
  }

  @Test
  void givesNoTicketForAClosedStream() {
    StreamId id = streams.open(MediaFixture.ROOM, "camera");
    streams.close(id);
    MediaRefusal refusal =
        assertThrows(MediaRefusal.class, () -> streams.publishTicket(Actors.known("ada"), id));
    assertEquals(MediaRefusal.Reason.STREAM_CLOSED, refusal.reason());
  }

  @Test
  void knowsWhatIsOnAir() {
    StreamId id = streams.open(MediaFixture.ROOM, "camera");
    OnAir onAir = new OnAir(id, true, true, "VP8");
    media.board.published(onAir, "c1");
    assertEquals(Optional.of(onAir), streams.onAir(id));
  }

  @Test
  void refusesNamesWithADot() {
    MediaRefusal refusal =
        assertThrows(MediaRefusal.class, () -> new StreamId("group", "room.camera"));
    assertEquals(MediaRefusal.Reason.BAD_NAME, refusal.reason());
  }
}
