package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.Peer.Offer;
import plenum.contract.Seat.Right;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TestTickets;
import plenum.testing.Browsers;
import plenum.testing.Waiting;

/** Publishing and playing, from the offer to the end. */
@AgainstEveryTarget
class PublishingContractIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOCATION =
      "/rtc/v1/whip/\\?action=delete&token=[A-Za-z0-9_-]+&app=group&stream=%s&session=[^:&]+:[^&]+";

  private final Target target;
  private final Door door;

  @RegisterExtension final Parties parties;

  PublishingContractIT(Target target) {
    this.target = target;
    this.door = new Door(target.server());
    this.parties = new Parties(target.server());
  }

  private static Optional<JsonObject> awaitAir(Seat seat, StreamId stream, boolean there) {
    return Waiting.until(
        stream + (there ? " on air" : " off air"),
        PATIENCE,
        () -> seat.onAir(stream),
        now -> now.isPresent() == there);
  }

  private Peer publisher(Right right) {
    Peer publisher = parties.peer();
    assertEquals(201, publisher.publish(right.url()).status());
    return publisher;
  }

  private Peer player(Seat seat, StreamId stream) {
    Peer player = parties.peer();
    assertEquals(201, player.play(seat.play(stream)).status());
    return player;
  }

  @Test
  void publishesPlaysAndEnds() {
    Seat ada = parties.seat();
    Seat bob = parties.besides(ada);
    Right right = ada.publish();
    Peer publisher = parties.peer();

    Peer.Answer answer = publisher.publish(right.url());

    assertEquals(201, answer.status(), answer.body());
    assertEquals("application/sdp", answer.type());
    assertTrue(
        answer.location().matches(LOCATION.formatted(right.stream().name())), answer.location());
    JsonObject told = awaitAir(bob, right.stream(), true).orElseThrow();
    assertTrue(told.getBoolean("audio") && told.getBoolean("video"), told.toString());
    Peer player = player(bob, right.stream());
    player.awaitMedia();

    assertEquals(200, publisher.end());

    awaitAir(bob, right.stream(), false);
    assertEquals(200, door.delete(answer.location()).statusCode(), "once more");
  }

  @Test
  void goesOnAfterAnIceRestartOrSaysThatThereIsNone() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer publisher = publisher(right);
    awaitAir(ada, right.stream(), true);
    Peer player = player(ada, right.stream());
    player.awaitMedia();

    for (Peer peer : List.of(publisher, player)) {
      String before = peer.pathName();
      int status = peer.restartIce();
      if (target.differences().restartsIce()) {
        assertEquals(200, status);
        Waiting.until(
            "a path under the new name",
            PATIENCE,
            peer::pathName,
            now -> !now.isEmpty() && !now.equals(before));
      } else {
        assertEquals(422, status);
      }
      player.awaitMedia();
    }
    assertEquals(200, publisher.end(), "by the Location, which stays");
    awaitAir(ada, right.stream(), false);
  }

  @Test
  void endsNothingWithAWrongToken() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer publisher = parties.peer();
    String location = publisher.publish(right.url()).location();
    awaitAir(ada, right.stream(), true);

    String guess = location.replaceAll("token=[^&]+", "token=guessed99");
    assertEquals(200, door.delete(guess).statusCode());

    Peer player = player(ada, right.stream());
    player.awaitMedia();
    assertTrue(ada.onAir(right.stream()).isPresent());
  }

  @Test
  void endsASessionWhoseLocationWasEncodedOnItsWay() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer publisher = parties.peer();
    String location = publisher.publish(right.url()).location();
    awaitAir(ada, right.stream(), true);

    String session = location.replaceFirst(".*&session=", "");
    String encoded = session.replace(":", "%3A").replace("+", "%2B").replace("/", "%2F");
    assertEquals(200, door.delete(location.replace(session, encoded)).statusCode());

    awaitAir(ada, right.stream(), false);
  }

  @Test
  void startsAPlayerThatCameBeforeItsPublisher() {
    Seat ada = parties.seat();
    Seat bob = parties.besides(ada);
    Right right = ada.publish();
    Peer player = player(bob, right.stream());
    player.awaitConnected();
    assertTrue(bob.onAir(right.stream()).isEmpty());

    publisher(right);

    player.awaitMedia();
  }

  @Test
  void resumesThePlayerWhenThePublisherReturns() {
    Seat ada = parties.seat();
    Seat bob = parties.besides(ada);
    Right right = ada.publish();
    Peer first = publisher(right);
    Peer player = player(bob, right.stream());
    long ssrc = player.awaitMedia().ssrc();
    first.hangUp();
    awaitAir(bob, right.stream(), false);

    Right again = ada.publish();
    assertEquals(right.stream(), again.stream());
    publisher(again);

    assertEquals(ssrc, player.awaitMedia().ssrc());
  }

  @Test
  void hasOnePublisherOfAStreamAtATime() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer first = publisher(right);
    awaitAir(ada, right.stream(), true);
    String other = TestTickets.of(StreamAction.PUBLISH, right.stream(), "somebody-else").url();

    HttpResponse<String> busy = door.offer(other, Door.OFFER);

    assertEquals(409, busy.statusCode(), busy.body());
    assertEquals("stream-busy", Door.json(busy).getString("code"));
    assertEquals(
        "Somebody is publishing this stream already.", Door.json(busy).getString("detail"));
    assertTrue(ada.onAir(right.stream()).isPresent());

    assertEquals(200, first.end());
    awaitAir(ada, right.stream(), false);
    assertEquals(201, door.offer(other, Door.OFFER).statusCode(), "the ticket is good still");
  }

  @Test
  void letsAPublisherReplaceItsOwnEarlierSession() {
    Seat ada = parties.seat();
    Seat bob = parties.besides(ada);
    Right right = ada.publish();
    publisher(right);
    Peer player = player(bob, right.stream());
    player.awaitMedia();

    String again = TestTickets.of(StreamAction.PUBLISH, right.stream(), ada.person()).url();
    assertEquals(201, parties.peer().publish(again).status());

    player.awaitMedia();
  }

  @Test
  void takesTheTicketOfAnEncoderFromItsHeader() {
    Seat ada = parties.seat();
    StreamId stream = ada.publish().stream();
    String ticket = TestTickets.of(StreamAction.PUBLISH, stream, ada.person()).text();
    String bare = "/rtc/v1/whip?app=group&stream=" + stream.name();
    Peer encoder = parties.peer();

    assertEquals(201, encoder.publish(bare, Offer.of("H264"), ticket).status());

    Peer player = player(ada, stream);
    assertEquals("H264", player.awaitMedia().codec());
  }

  @Test
  void givesUpPeersThatVanish() {
    Seat ada = parties.seat();
    Seat bob = parties.besides(ada);
    Right killed = ada.publish();
    Right silent = bob.publish();
    var process = parties.process();
    parties.peerIn(process).publish(killed.url());
    player(bob, killed.stream()).awaitMedia();
    long offered = System.nanoTime();
    assertEquals(201, door.offer(silent.url(), Door.OFFER).statusCode(), "and never connects");
    Waiting.until(
        "both in the lists",
        PATIENCE,
        () -> Lists.of(door),
        now ->
            now.publisher(killed.stream()).isPresent()
                && now.publisher(silent.stream()).isPresent());

    long crashed = System.nanoTime();
    Browsers.crash(process);
    awaitEnd(killed, crashed);
    awaitEnd(silent, offered);
  }

  /** The lists know it no more, not before the time that is documented. */
  private void awaitEnd(Right vanished, long began) {
    Differences differences = target.differences();
    Waiting.until(
        "the end of a peer that vanished",
        differences.vanishedBefore().plus(PATIENCE),
        () -> Lists.of(door).publisher(vanished.stream()),
        Optional::isEmpty);
    Duration taken = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(taken.compareTo(differences.vanishedAfter()) > 0, "after " + taken);
    System.out.printf("%s gave up a vanished peer after %.1f s.%n", target, taken.toMillis() / 1e3);
  }
}
