package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.Reception;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtp.Rtp;

/** A publisher sends its picture in two sizes, through the whole engine. */
class SimulcastTest {

  private static final int LARGE = 0x1000;
  private static final int SMALL = 0x2000;

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private final TestPeer ada =
      fixture.publisher(
          EngineFixture.STREAM, TestOffer.publisher("opus", "VP8").withLayers("h", "l"));
  private int sent;

  @AfterEach
  void close() {
    fixture.close();
  }

  /** A frame of one size, whose last byte is its content; the first ones say which size it is. */
  private void send(int ssrc, boolean key, int content) {
    int height = ssrc == LARGE ? 720 : 180;
    byte[] payload = {
      0, 0, (byte) 0x9d, 0x01, 0x2a, 0, 0, (byte) height, (byte) (height >> 8), (byte) content
    };
    byte[] packet = media.video(ssrc + ++sent, 3000 * sent, key, payload);
    byte[] named = TestMedia.named(plain(packet), TestOffer.RID_ID, ssrc == LARGE ? "h" : "l");
    ada.sendRtp(TestMedia.from(ssrc, named));
  }

  private static byte[] plain(byte[] packet) {
    int start = Rtp.stripExtensions(packet, 0, packet.length);
    return java.util.Arrays.copyOfRange(packet, start, packet.length);
  }

  private void assign(EngineFixture.Client receiver, int height) {
    Reception wanted =
        new Reception(
            Map.of("0", new Reception.Picture(EngineFixture.STREAM, height, 0)), Set.of());
    assertTrue(
        fixture.engine.assign(receiver.answer().session(), receiver.answer().token(), wanted));
  }

  private static List<Integer> contents(TestPeer receiver) {
    return receiver.packets().stream().map(packet -> (int) packet[packet.length - 1]).toList();
  }

  private static void awaitContent(TestPeer receiver, int content) {
    receiver.await("the packet " + content, () -> contents(receiver).contains(content));
  }

  private long wishesFor(int ssrc) {
    return ada.reports(PictureLossIndication.class).stream()
        .filter(wish -> wish.media() == ssrc)
        .count();
  }

  @Test
  void eachReceiverIsSentTheSizeThatItWants() {
    EngineFixture.Client large = fixture.receive(2, 2);
    EngineFixture.Client small = fixture.receive(2, 2);
    assign(large, 720);
    assign(small, 100);
    send(LARGE, true, 1);
    send(SMALL, true, 2);
    awaitContent(large.peer(), 1);
    awaitContent(small.peer(), 2);
    send(LARGE, false, 3);
    send(SMALL, false, 4);
    awaitContent(large.peer(), 3);
    awaitContent(small.peer(), 4);
    assertEquals(List.of(2, 4), contents(small.peer()));

    assign(small, 720);
    ada.await("a wish for the large one", () -> wishesFor(LARGE) > 0);
    send(LARGE, false, 5);
    send(SMALL, false, 6);
    send(LARGE, true, 7);
    awaitContent(small.peer(), 7);
    assertEquals(List.of(2, 4, 6, 7), contents(small.peer()));
  }

  @Test
  void itsPublisherIsToldWhatIsNeeded() {
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, 100);
    send(LARGE, true, 1);
    send(SMALL, true, 2);
    awaitContent(receiver.peer(), 2);
    ada.await("the small one alone", () -> fixture.events.count("test needs [l]") > 0);
    assign(receiver, 720);
    ada.await("both", () -> fixture.events.count("test needs [h, l]") > 0);
  }

  /** A player that says nothing of what it wants, as any WHEP client. */
  @Test
  void whoeverSaysNothingIsSentTheLargest() {
    TestPeer player = fixture.play(TestOffer.player("opus", "VP8")).peer().awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") > 0);
    send(SMALL, true, 1);
    awaitContent(player, 1);
    send(LARGE, true, 2);
    awaitContent(player, 2);
    send(SMALL, false, 3);
    send(LARGE, false, 4);
    awaitContent(player, 4);
    assertEquals(List.of(1, 2, 4), contents(player));
  }
}
