package plenum.media.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.media.StreamAction.PLAY;
import static plenum.media.StreamAction.PUBLISH;
import static plenum.media.stream.MediaFixture.text;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.FakeNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeOffer;
import plenum.media.ticket.Ticket;
import plenum.testing.Actors;

class DoorkeeperTest {

  private final MediaFixture media = new MediaFixture();
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");

  private NodeAnswer admit(StreamAction action, Ticket ticket) {
    return media.doorkeeper.admit(action, Optional.of(text(ticket)), offer(camera));
  }

  private static NodeOffer offer(StreamId stream) {
    return new NodeOffer(stream, "v=0", InetAddress.getLoopbackAddress());
  }

  private List<String> clients() {
    return media.node.clients().stream().map(NodeClient::id).toList();
  }

  private MediaRefusal.Reason refusal(StreamAction action, Ticket ticket) {
    return assertThrows(MediaRefusal.class, () -> admit(action, ticket)).reason();
  }

  @Test
  void letsADeviceUseItsTicketAgainAndAgain() {
    StreamId device = media.streams.openForDevice(MediaFixture.ROOM, "device");
    String ticket = media.streams.deviceTicket(Actors.known("ada"), device, "p1").text();
    media.doorkeeper.admit(StreamAction.PUBLISH, Optional.of(ticket), offer(device));
    media.clock.pass(MediaFixture.LIFETIME.multipliedBy(10));
    media.doorkeeper.admit(StreamAction.PUBLISH, Optional.of(ticket), offer(device));
    media.clock.pass(MediaFixture.DEVICE_LIFETIME);
    MediaRefusal refusal =
        assertThrows(
            MediaRefusal.class,
            () -> media.doorkeeper.admit(StreamAction.PUBLISH, Optional.of(ticket), offer(device)));
    assertEquals(MediaRefusal.Reason.TICKET_EXPIRED, refusal.reason());
  }

  @Test
  void letsAPublisherPassOnceWithItsTicket() {
    Ticket ticket = media.streams.publishTicket(Actors.known("ada"), camera);
    admit(PUBLISH, ticket);
    assertEquals(MediaRefusal.Reason.TICKET_USED, refusal(PUBLISH, ticket));
    AuditEntry kept = media.trail.get(0);
    assertEquals("media-publish REFUSED ticket-used", told(kept));
    assertEquals(camera.path(), kept.object());
    assertEquals(Optional.of(InetAddress.getLoopbackAddress()), kept.address());
  }

  private static String told(AuditEntry entry) {
    return entry.act() + " " + entry.outcome() + " " + entry.detail();
  }

  @Test
  void keepsInTheTrailWhatIsRefusedForItsTicketAndNothingElse() {
    Ticket ticket = media.streams.playTicket(Actors.known("ada"), camera);
    assertThrows(
        MediaRefusal.class, () -> media.doorkeeper.admit(PLAY, Optional.empty(), offer(camera)));
    refusal(PUBLISH, ticket);
    media.node.refuse(MediaRefusal.Reason.NOT_ON_AIR);
    refusal(PLAY, ticket);
    media.streams.close(camera);
    refusal(PLAY, ticket);
    assertEquals(
        List.of(
            "media-play REFUSED no-ticket",
            "media-publish REFUSED ticket-for-something-else",
            "media-play REFUSED stream-closed"),
        media.trail.stream().map(DoorkeeperTest::told).toList());
    assertTrue(media.trail.stream().noneMatch(one -> one.toString().contains(text(ticket))));
  }

  @Test
  void letsAPublisherTryAgainAfterARefusalOfTheNode() {
    Ticket ticket = media.streams.publishTicket(Actors.known("ada"), camera);
    media.node.refuse(MediaRefusal.Reason.STREAM_BUSY);
    assertEquals(MediaRefusal.Reason.STREAM_BUSY, refusal(PUBLISH, ticket));
    media.node.accept();
    assertEquals(FakeNode.ANSWER, admit(PUBLISH, ticket).sdp());
  }

  @Test
  void letsAPublisherReplaceItsOwnEarlierSession() {
    admit(PUBLISH, media.streams.publishTicket(Actors.known("ada"), camera));
    admit(PUBLISH, media.streams.publishTicket(Actors.known("ada"), camera));
    assertEquals(List.of("client2"), media.node.clients().stream().map(NodeClient::id).toList());
  }

  @Test
  void refusesASecondPublisherOfTheSameStream() {
    admit(PUBLISH, media.streams.publishTicket(Actors.known("ada"), camera));
    Ticket ticket = media.streams.publishTicket(Actors.known("grace"), camera);
    assertEquals(MediaRefusal.Reason.STREAM_BUSY, refusal(PUBLISH, ticket));
    assertEquals(List.of("client1"), media.node.clients().stream().map(NodeClient::id).toList());
  }

  @Test
  void refusesASecondPublisherWhenTheDoorsAreOpen() {
    MediaFixture open = new MediaFixture(Map.of("plenum.media.open", "true"));
    open.doorkeeper.admit(PUBLISH, Optional.empty(), offer(camera));
    MediaRefusal refusal =
        assertThrows(
            MediaRefusal.class,
            () -> open.doorkeeper.admit(PUBLISH, Optional.empty(), offer(camera)));
    assertEquals(MediaRefusal.Reason.STREAM_BUSY, refusal.reason());
  }

  @Test
  void letsAPlayerPassAgain() {
    Ticket ticket = media.streams.playTicket(Actors.known("ada"), camera);
    admit(PLAY, ticket);
    admit(PLAY, ticket);
    assertEquals(2, media.node.clients().size());
  }

  @Test
  void endsThePlayersOfWhoIsSentAwayOnly() {
    admit(PUBLISH, media.streams.publishTicket(Actors.known("ada"), camera));
    admit(PLAY, media.streams.playTicket(Actors.known("grace"), camera));
    admit(PLAY, media.streams.playTicket(Actors.known("grace"), camera));
    admit(PLAY, media.streams.playTicket(Actors.known("hedy"), camera));
    media.streams.sendAway(camera, Actors.id("grace").value());
    assertEquals(List.of("client1", "client4"), clients());
  }

  @Test
  void takesThePlayingTicketsBackOfWhoIsSentAway() {
    Ticket ticket = media.streams.playTicket(Actors.known("grace"), camera);
    media.streams.sendAway(camera, Actors.id("grace").value());
    assertEquals(MediaRefusal.Reason.TICKET_EXPIRED, refusal(PLAY, ticket));
  }

  @Test
  void takesTicketsForTheOtherStreamsOfThePlaceBackToo() {
    StreamId other = media.streams.open(MediaFixture.ROOM, "camera");
    media.streams.sendAway(other, Actors.id("grace").value());
    Ticket ticket = media.streams.playTicket(Actors.known("grace"), camera);
    assertEquals(MediaRefusal.Reason.TICKET_EXPIRED, refusal(PLAY, ticket));
  }

  @Test
  void letsWhoWasSentAwayPlayAgainWithALaterTicket() {
    media.streams.sendAway(camera, Actors.id("grace").value());
    media.clock.pass(Duration.ofMillis(1));
    admit(PLAY, media.streams.playTicket(Actors.known("grace"), camera));
    assertEquals(List.of("client1"), clients());
  }

  @Test
  void endsAPlayerThatBeganWhileItsPersonWasSentAway() {
    Ticket ticket = media.streams.playTicket(Actors.known("grace"), camera);
    media.node.whileBeginning(() -> media.streams.sendAway(camera, Actors.id("grace").value()));
    assertEquals(MediaRefusal.Reason.TICKET_EXPIRED, refusal(PLAY, ticket));
    assertEquals(List.of(), clients());
  }

  @Test
  void endsTheOldestOfTooManyPlayersOfOnePerson() {
    Ticket ticket = media.streams.playTicket(Actors.known("grace"), camera);
    for (int i = 0; i <= OpenStream.PLAYERS_OF_A_PERSON; i++) {
      admit(PLAY, ticket);
    }
    assertEquals(OpenStream.PLAYERS_OF_A_PERSON, clients().size());
    assertFalse(clients().contains("client1"));
  }

  @Test
  void refusesATicketOfAStreamThatWasClosedMeanwhile() {
    Ticket ticket = media.streams.playTicket(Actors.known("ada"), camera);
    media.streams.close(camera);
    assertEquals(MediaRefusal.Reason.STREAM_CLOSED, refusal(PLAY, ticket));
  }

  @Test
  void endsASessionThatBeganWhileItsStreamWasClosed() {
    Ticket ticket = media.streams.publishTicket(Actors.known("ada"), camera);
    media.node.whileBeginning(() -> media.streams.close(camera));
    assertEquals(MediaRefusal.Reason.STREAM_CLOSED, refusal(PUBLISH, ticket));
    assertEquals(List.of(), media.node.clients());
  }

  @Test
  void asksNobodyForATicketWhenTheDoorsAreOpen() {
    MediaFixture open = new MediaFixture(Map.of("plenum.media.open", "true"));
    open.doorkeeper.admit(PUBLISH, Optional.empty(), offer(new StreamId("live", "livestream")));
    assertEquals(1, open.node.clients().size());
  }

  @Test
  void asksForATicket() {
    MediaRefusal refusal =
        assertThrows(
            MediaRefusal.class,
            () -> media.doorkeeper.admit(PLAY, Optional.empty(), offer(camera)));
    assertEquals(MediaRefusal.Reason.NO_TICKET, refusal.reason());
  }

  private Optional<String> lastViewer() {
    List<NodeOffer> offers = media.node.offers();
    return offers.get(offers.size() - 1).viewer();
  }

  @Test
  void tellsTheNodeWhomAPlayersTicketWasMadeFor() {
    admit(PLAY, media.streams.playTicket(Actors.known("ada"), camera));
    assertEquals(Optional.of(Actors.id("ada").value()), lastViewer());
    admit(PUBLISH, media.streams.publishTicket(Actors.known("grace"), camera));
    assertEquals(Optional.empty(), lastViewer());
  }
}
