package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.EngineStatus;
import plenum.engine.ice.StunMessage;
import plenum.engine.rtcp.ReceiverReport;

/** The engine's counters: where a packet was lost can be told. */
class StatusTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private long count(ToLongFunction<EngineStatus> counter) {
    return counter.applyAsLong(fixture.engine.status());
  }

  private void awaitCount(TestPeer peer, ToLongFunction<EngineStatus> counter, long value) {
    peer.await("the count of " + value, () -> count(counter) >= value);
    assertEquals(value, count(counter));
  }

  @Test
  void countsWhatCameAndWhatWent() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    EngineStatus before = fixture.engine.status();
    IntStream.range(0, 50).forEach(i -> publisher.sendRtp(media.video(i, 0, i == 0, (byte) i)));
    player.await("packets", () -> player.packets().size() == 50);
    player.await("their count", () -> count(EngineStatus::sent) >= before.sent() + 50);
    assertTrue(count(EngineStatus::received) >= before.received() + 50);
    assertEquals(before.dropped(), count(EngineStatus::dropped));
  }

  @Test
  void countsWhatBelongsToNoSession() throws IOException {
    TestPeer peer = fixture.player();
    byte[] check = StunMessage.bindingRequest(new byte[12], "no:body", 1, 2, true).encode("x");
    try (DatagramSocket stranger = new DatagramSocket()) {
      for (byte[] datagram : new byte[][] {check, new byte[] {(byte) 0x80, 1, 2, 3}}) {
        int port = fixture.engine.port();
        stranger.send(new DatagramPacket(datagram, datagram.length, EngineFixture.LOOPBACK, port));
      }
    }
    awaitCount(peer, EngineStatus::strange, 2);
  }

  @Test
  void countsForgedAndRepeatedPackets() {
    TestPeer publisher = fixture.publisher();
    byte[] packet = publisher.protect(media.video(1, 0, true, (byte) 1));
    byte[] forged = publisher.protect(media.video(2, 0, false, (byte) 1));
    forged[forged.length - 1] ^= 1;
    publisher.send(packet);
    publisher.send(packet);
    publisher.send(forged);
    awaitCount(publisher, EngineStatus::rejected, 2);
  }

  @Test
  void countsMediaOfNoTrack() {
    TestPeer publisher = fixture.publish(TestOffer.publisher("opus")).peer().awaitConnected();
    publisher.await("the publisher", () -> fixture.events.count("published test") == 1);
    publisher.sendRtp(media.video(1, 0, true, (byte) 1));
    awaitCount(publisher, EngineStatus::trackless, 1);
  }

  @Test
  void takesReportsOfASessionOnlySoOften() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    for (int i = 0; i < 2 * Session.RTCP_PER_SECOND + 1000; i++) {
      player.sendRtcp(new ReceiverReport(1, List.of()));
      if (i % 50 == 0) {
        fixture.engine.status(); // The loop has read what came before when it answers.
      }
    }
    player.await("reports above it", () -> count(EngineStatus::overLimit) > 0);
    publisher.sendRtp(media.video(1, 0, true, (byte) 1));
    player.await("media all the same", () -> player.packets().size() == 1);
    assertTrue(count(EngineStatus::overLimit) <= 1000);
  }

  @Test
  void countsWhatHasNowhereToGo() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.peers.peer();
    player.nominateNothing();
    String sdp = player.offer(TestOffer.player("opus", "VP8").setup("active"));
    player.answer(fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    player.awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") == 1);
    publisher.sendRtp(media.video(1, 0, true, (byte) 1));
    player.await("its end", () -> count(EngineStatus::unsent) > 0);
    assertEquals(0, player.datagrams());
  }
}
