package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must not pass: garbage, strangers, and peers that are not who their SDP says. */
class StrangersTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void send(DatagramSocket socket, byte[] datagram) throws IOException {
    int port = fixture.engine.port();
    socket.send(new DatagramPacket(datagram, datagram.length, EngineFixture.LOOPBACK, port));
  }

  private void assertStillServes(TestPeer publisher, TestPeer player) {
    int before = player.packets().size();
    publisher.sendRtp(media.video(2, 0, true, (byte) 1));
    player.await("a packet", () -> player.packets().size() > before);
    assertEquals(before + 1, player.packets().size());
  }

  @Test
  void survivesGarbageOfEveryKind() throws IOException {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    Random random = new Random(3);
    try (DatagramSocket stranger = new DatagramSocket()) {
      for (int first = 0; first < 256; first++) {
        byte[] garbage = new byte[random.nextInt(1, 1400)];
        random.nextBytes(garbage);
        garbage[0] = (byte) first;
        send(stranger, garbage);
        publisher.send(garbage);
        player.send(garbage);
      }
      send(stranger, new byte[0]);
      send(stranger, new byte[2048]);
    }
    assertStillServes(publisher, player);
  }

  @Test
  void survivesAuthenticPacketsWithGarbageInside() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      byte[] packet = media.video(i, 0, false, new byte[random.nextInt(60)]);
      int at = random.nextInt(16, packet.length);
      packet[at] = (byte) random.nextInt();
      packet[0] |= (byte) (random.nextBoolean() ? 0x20 : 0);
      publisher.sendRtp(packet);
    }
    publisher.sendRtp(media.video(399, 0, true, (byte) 99));
    player.await(
        "the last one",
        () -> player.packets().stream().anyMatch(p -> p.length == 15 && p[14] == 99));
    int before = player.packets().size();
    publisher.sendRtp(media.video(400, 0, true, (byte) 1));
    player.await("a packet", () -> player.packets().size() > before);
    assertEquals(before + 1, player.packets().size());
  }

  @Test
  void dropsAnAlteredPacket() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    byte[] altered = publisher.protect(media.video(1, 0, true, (byte) 1));
    altered[altered.length - 1] ^= 1;
    publisher.send(altered);
    assertStillServes(publisher, player);
  }

  @Test
  void acceptsMediaOnlyFromAValidatedAddress() throws IOException {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    byte[] authentic = publisher.protect(media.video(1, 0, true, (byte) 1));
    try (DatagramSocket stranger = new DatagramSocket()) {
      send(stranger, authentic);
    }
    assertStillServes(publisher, player);
  }

  @Test
  void sendsNoMediaToAnAddressThatWasNotNominated() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.peers.peer();
    player.nominateNothing();
    String sdp = player.offer(TestOffer.player("opus", "VP8").setup("active"));
    player.answer(fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    player.awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") == 1);
    TestPeer nominated = fixture.player();
    publisher.sendRtp(media.video(1, 0, true, (byte) 1));
    nominated.await("a packet", () -> nominated.packets().size() == 1);
    assertEquals(0, player.datagrams());
  }

  @Test
  void refusesAPeerWithAnotherCertificateThanItsSdpNames() {
    TestPeer impostor = fixture.peers.peer();
    String fingerprint = fixture.peers.identity().fingerprint();
    String other = (fingerprint.startsWith("00") ? "11" : "00") + fingerprint.substring(2);
    String sdp = impostor.offer(TestOffer.publisher("opus")).replace(fingerprint, other);
    impostor.answer(fixture.engine.publish(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    impostor.await("a refusal", () -> fixture.engine.clients().isEmpty());
    assertEquals(0, fixture.events.words().size());
  }

  @Test
  void showsAPeerTheCertificateThatItsSdpNames() {
    TestPeer peer = fixture.peers.peer();
    String sdp = peer.offer(TestOffer.player("opus"));
    String answer = fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp();
    String other = answer.contains("sha-256 12:") ? "21" : "12";
    String wrong = answer.replaceAll("sha-256 ..:", "sha-256 " + other + ":");
    peer.answer(wrong);
    peer.await("a refusal", () -> !peer.failure().isEmpty());
    assertFalse(peer.isConnected());
    assertNotEquals("", peer.failure());
  }

  @Test
  void answersNoCheckWithAWrongPassword() {
    TestPeer peer = fixture.peers.peer();
    String sdp = peer.offer(TestOffer.player("opus"));
    String answer = fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp();
    peer.answer(answer.replaceAll("a=ice-pwd:....", "a=ice-pwd:AAAA"));
    TestPeer other = fixture.player();
    other.check();
    assertFalse(peer.isValidated());
    assertFalse(peer.isConnected());
  }
}
