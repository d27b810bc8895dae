package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.Reception;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtp.Rtp;

/** Players that have a payload type for it are sent what they lost as packets of another source. */
class RepairedMediaTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static int sequence(byte[] packet) {
    return Rtp.sequence(packet, 0);
  }

  private static byte[] payload(byte[] packet) {
    return Arrays.copyOfRange(packet, Rtp.headerLength(packet, 0, packet.length), packet.length);
  }

  private static int number(byte[] packet) {
    int at = Rtp.extension(packet, 0, packet.length, TestOffer.TRANSPORT_SEQUENCE_ID);
    return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
  }

  /** Sends three packets of which the player misses the second, and asks for it. */
  private byte[] repaired(TestPeer publisher, TestPeer player) {
    int first = player.packets().size();
    publisher.sendRtp(media.video(0, 0, true, (byte) 0));
    player.await("the first", () -> player.packets().size() == first + 1);
    byte[] sent = player.packets().get(first);
    int next = sequence(sent) + 1 & 0xffff;
    player.lose(sequence -> sequence == next);
    publisher.sendRtp(media.video(1, 3000, false, (byte) 7));
    publisher.sendRtp(media.video(2, 6000, false, (byte) 8));
    player.await("the third", () -> player.packets().size() == first + 2);
    player.lose(sequence -> false);
    player.sendRtcp(new Nack(1, Rtp.ssrc(sent, 0), List.of(next)));
    player.await("the second", () -> player.packets().size() == first + 3);
    byte[] repair = player.packets().get(first + 2);
    byte[] payload = payload(repair);
    assertEquals(next, (payload[0] & 0xff) << 8 | payload[1] & 0xff);
    assertArrayEquals(
        payload(media.video(1, 3000, false, (byte) 7)),
        Arrays.copyOfRange(payload, 2, payload.length));
    assertEquals(Rtp.timestamp(sent, 0) + 3000, Rtp.timestamp(repair, 0));
    assertNotEquals(Rtp.ssrc(sent, 0), Rtp.ssrc(repair, 0));
    return repair;
  }

  private TestPeer play(TestOffer offer) {
    TestPeer player = fixture.play(offer).peer().awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") > 0);
    return player;
  }

  @Test
  void aRepairIsAnotherPacketWithTheNumberOfTheLostOneInIt() {
    TestPeer publisher = fixture.publisher();
    TestOffer offer = TestOffer.player("opus", "VP8").withRepairs();
    TestPeer player = play(offer);
    byte[] repair = repaired(publisher, player);
    assertEquals(offer.repairType("VP8"), Rtp.payloadType(repair, 0));
    int lost = sequence(player.packets().get(0)) + 1 & 0xffff;
    int ssrc = Rtp.ssrc(player.packets().get(0), 0);
    player.sendRtcp(new Nack(1, ssrc, List.of(sequence(player.packets().get(0)))));
    player.await("the first again", () -> player.packets().size() == 4);
    byte[] second = player.packets().get(3);
    assertEquals(sequence(repair) + 1 & 0xffff, sequence(second));
    assertNotEquals(lost, sequence(second));
  }

  @Test
  void aRepairHasANewTransportWideNumber() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = play(TestOffer.player("opus", "VP8").withRepairs().withFeedback());
    byte[] repair = repaired(publisher, player);
    assertEquals(3, number(repair));
  }

  @Test
  void theSlotsOfAReceiverHaveRepairsOfTheirOwn() {
    TestPeer publisher = fixture.publisher();
    EngineFixture.Client receiver =
        fixture.receive(TestOffer.receiver(2, 1).withRepairs().withFeedback());
    for (String slot : List.of("0", "1")) {
      Reception wanted =
          new Reception(
              Map.of(slot, new Reception.Picture(EngineFixture.STREAM, 720, 0)), Set.of());
      fixture.engine.assign(receiver.answer().session(), receiver.answer().token(), wanted);
    }
    repaired(publisher, receiver.peer());
  }
}
