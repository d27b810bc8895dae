package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.ClientStatus;
import plenum.engine.MediaRefused;
import plenum.engine.SessionOffer;
import plenum.engine.StreamStatus;
import plenum.engine.StreamTracks;

/** How sessions come, are seen, and end. */
class SessionLifeTest {

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final EngineFixture fixture = new EngineFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void tellsItsEventsOnceAndInOrder() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    player.leave();
    player.await("the player's end", () -> fixture.events.count("stopped test") == 1);
    publisher.leave();
    publisher.await("the publisher's end", () -> fixture.events.count("unpublished test") == 1);
    fixture.engine.close();
    assertEquals(
        List.of(
            "published test",
            "tracks " + new StreamTracks(true, true, "VP8"),
            "played test",
            "stopped test",
            "unpublished test"),
        fixture.events.words());
  }

  @Test
  void tellsNothingOfSessionsThatNeverConnected() {
    TestPeer silent = fixture.peers.peer();
    var answer =
        fixture.engine.publish(
            EngineFixture.offer(EngineFixture.STREAM, silent.offer(TestOffer.publisher("opus"))));
    assertTrue(fixture.engine.kick(answer.clientId()));
    assertEquals(List.of(), fixture.events.words());
  }

  @Test
  void endsASessionByItsLocation() {
    var client = fixture.publish(TestOffer.publisher("opus"));
    client.peer().awaitConnected();
    assertTrue(fixture.engine.end(client.answer().session(), client.answer().token()));
    client.peer().await("close_notify", client.peer()::isEnded);
    assertEquals(List.of(), fixture.engine.clients());
    assertFalse(fixture.engine.end(client.answer().session(), client.answer().token()));
  }

  @Test
  void endsNoSessionByAWrongToken() {
    var client = fixture.publish(TestOffer.publisher("opus"));
    assertFalse(fixture.engine.end(client.answer().session(), "guessed"));
    assertFalse(fixture.engine.end("no session", client.answer().token()));
    assertFalse(fixture.engine.end("", ""));
    assertEquals(1, fixture.engine.clients().size());
  }

  @Test
  void kicksASessionAndTellsItsPeer() {
    fixture.publisher();
    var player = fixture.play(TestOffer.player("opus"));
    player.peer().awaitConnected();
    player.peer().await("the player", () -> fixture.events.count("played test") == 1);
    assertTrue(fixture.engine.kick(player.answer().clientId()));
    player.peer().await("close_notify", player.peer()::isEnded);
    assertEquals(1, fixture.events.count("stopped test"));
    assertFalse(fixture.engine.kick(player.answer().clientId()));
  }

  @Test
  void showsStreamsAndClients() {
    TestMedia media = new TestMedia();
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(media.video(1, 0, true, new byte[100]));
    player.await("a packet", () -> player.packets().size() == 1);
    StreamStatus stream = fixture.engine.streams().get(0);
    assertEquals(EngineFixture.STREAM, stream.name());
    assertEquals(new StreamTracks(true, true, "VP8"), stream.tracks());
    assertEquals(1, stream.players());
    assertEquals(122, stream.receivedBytes());
    assertEquals(114, stream.sentBytes());
    List<ClientStatus> clients = fixture.engine.clients();
    assertEquals(2, clients.size());
    assertTrue(clients.stream().allMatch(ClientStatus::connected));
    assertTrue(clients.stream().anyMatch(c -> c.id().equals(stream.publisherId())));
  }

  @Test
  void showsWhoPlays() {
    Optional<String> ada = Optional.of("ada");
    String player = fixture.peers.peer().offer(TestOffer.player("opus"));
    fixture.engine.play(offer(player, ada));
    assertEquals(ada, fixture.engine.clients().get(0).viewer());
    String publisher = fixture.peers.peer().offer(TestOffer.publisher("opus"));
    String id = fixture.engine.publish(offer(publisher, ada)).clientId();
    fixture.engine.clients().stream()
        .filter(client -> client.id().equals(id))
        .forEach(client -> assertEquals(Optional.empty(), client.viewer()));
  }

  private static SessionOffer offer(String sdp, Optional<String> viewer) {
    InetAddress here = EngineFixture.LOOPBACK;
    return new SessionOffer(EngineFixture.STREAM, sdp, here, here, viewer);
  }

  @Test
  void takesNoNamelessViewerAndNoLongName() {
    for (String name : List.of("", "x".repeat(SessionOffer.MAX_VIEWER + 1))) {
      assertThrows(IllegalArgumentException.class, () -> offer("sdp", Optional.of(name)));
    }
  }

  @Test
  void showsAStreamThatIsOnlyWaitedFor() {
    fixture.player();
    StreamStatus stream = fixture.engine.streams().get(0);
    assertEquals("", stream.publisherId());
    assertEquals(1, stream.players());
    assertEquals(new StreamTracks(false, false, ""), stream.tracks());
  }

  @Test
  void forgetsAStreamThatNobodyHolds() {
    TestPeer player = fixture.player();
    player.leave();
    player.await("its end", () -> fixture.events.count("stopped test") == 1);
    player.await("the stream's end", () -> fixture.engine.streams().isEmpty());
    assertEquals(List.of(), fixture.engine.clients());
  }

  @Test
  void saysGoodByeToEverybodyWhenItCloses() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    fixture.engine.close();
    publisher.await("close_notify", publisher::isEnded);
    player.await("close_notify", player::isEnded);
    assertEquals(1, fixture.events.count("unpublished test"));
    assertEquals(1, fixture.events.count("stopped test"));
  }

  @Test
  void leavesNoThreadBehind() {
    TestPeer publisher = fixture.publisher();
    fixture.player();
    fixture.peers.close();
    fixture.engine.close();
    // One that warms handshakes up may take a moment to see that they are closed.
    publisher.await("the end of threads", () -> threads().isEmpty());
    assertEquals(List.of(), threads());
  }

  /** Those that began with this test. */
  private List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("plenum-"))
        .toList();
  }

  @Test
  void refusesEverythingOnceClosed() {
    fixture.engine.close();
    MediaRefused refused =
        assertThrows(MediaRefused.class, () -> fixture.publish(TestOffer.publisher("opus")));
    assertEquals(MediaRefused.Reason.STOPPED, refused.reason());
  }
}
