package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.Deltas;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.TransportFeedback;
import plenum.engine.rtp.Rtp;

/** Players that tell what arrives are sent transport-wide sequence numbers; others as before. */
class NumberedMediaTest {

  private static final int ID = TestOffer.TRANSPORT_SEQUENCE_ID;

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private TestPeer teller() {
    long before = fixture.events.count("played test");
    TestOffer offer = TestOffer.player("opus", "VP8").withFeedback();
    TestPeer peer = fixture.play(offer).peer().awaitConnected();
    peer.await("the player", () -> fixture.events.count("played test") > before);
    return peer;
  }

  private static int number(byte[] packet) {
    int at = Rtp.extension(packet, 0, packet.length, ID);
    assertEquals(2, Rtp.extensionLength(packet, 0, packet.length, ID));
    return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
  }

  private static byte[] payload(byte[] packet) {
    return Arrays.copyOfRange(packet, Rtp.headerLength(packet, 0, packet.length), packet.length);
  }

  @Test
  void numbersSoundAndPicturesInOneSequence() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = teller();
    TestPeer other = fixture.player();
    for (int i = 0; i < 20; i++) {
      publisher.sendRtp(media.video(i, 3000 * i, i == 0, (byte) i));
      publisher.sendRtp(media.audio(i, 960 * i, (byte) i));
    }
    player.await("packets", () -> player.packets().size() == 40);
    other.await("packets", () -> other.packets().size() == 40);
    List<Integer> numbers = player.packets().stream().map(NumberedMediaTest::number).toList();
    assertEquals(40, numbers.stream().distinct().count());
    assertEquals(0, numbers.get(0));
    assertEquals(39, numbers.stream().mapToInt(n -> n).max().orElse(0));
    for (int i = 0; i < 40; i++) {
      byte[] plain = other.packets().get(i);
      assertEquals(-1, Rtp.extension(plain, 0, plain.length, ID));
      assertArrayEquals(payload(plain), payload(player.packets().get(i)));
    }
  }

  @Test
  void whatIsSentAgainKeepsItsNumber() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = teller();
    publisher.sendRtp(media.video(0, 0, true, (byte) 0));
    player.await("the first", () -> player.packets().size() == 1);
    int next = Rtp.sequence(player.packets().get(0), 0) + 1 & 0xffff;
    player.lose(sequence -> sequence == next);
    publisher.sendRtp(media.video(1, 3000, false, (byte) 1));
    publisher.sendRtp(media.video(2, 6000, false, (byte) 2));
    player.await("the third", () -> player.packets().size() == 2);
    player.lose(sequence -> false);
    player.sendRtcp(new Nack(1, Rtp.ssrc(player.packets().get(0), 0), List.of(next)));
    player.await("the second", () -> player.packets().size() == 3);
    assertEquals(next, Rtp.sequence(player.packets().get(2), 0));
    assertEquals(
        List.of(0, 2, 1), player.packets().stream().map(NumberedMediaTest::number).toList());
  }

  @Test
  void takesFeedbackHoweverWrongItIs() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = teller();
    publisher.sendRtp(media.video(0, 0, true, (byte) 0));
    player.await("the first", () -> player.packets().size() == 1);
    for (int base : List.of(0, 0, 40_000, 65_535, 1)) {
      player.sendRtcp(new TransportFeedback(1, 2, base, -5, 3, Deltas.of(9, -9, 30_000)));
    }
    publisher.sendRtp(media.video(1, 3000, false, (byte) 1));
    player.await("the second", () -> player.packets().size() == 2);
    assertEquals(1, number(player.packets().get(1)));
  }
}
