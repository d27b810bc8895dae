package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtp.Rtp;

/** What nobody gets of a stream, whatever its publisher sends. */
class HoldTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private byte[] video(int number) {
    return media.video(number, 3000 * number, number == 0, (byte) number);
  }

  private byte[] audio(int number) {
    return media.audio(number, 960 * number, (byte) (100 + number));
  }

  private static List<Integer> contents(TestPeer player) {
    return player.packets().stream()
        .map(packet -> (int) packet[packet.length - 1])
        .sorted()
        .toList();
  }

  private static void awaitPackets(TestPeer player, int count) {
    player.await(count + " packets", () -> player.packets().size() == count);
  }

  @Test
  void letsNobodyHearWhoIsHeldUntilThatIsUndone() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(audio(0));
    awaitPackets(player, 1);
    fixture.engine.hold(EngineFixture.STREAM, true, false);
    publisher.sendRtp(audio(1));
    publisher.sendRtp(video(0));
    awaitPackets(player, 2);
    fixture.engine.hold(EngineFixture.STREAM, false, false);
    publisher.sendRtp(audio(2));
    awaitPackets(player, 3);
    assertEquals(List.of(0, 100, 102), contents(player));
  }

  @Test
  void holdsAPictureBeforeItComesAndBeginsItWithAKeyFrame() {
    fixture.engine.hold(EngineFixture.STREAM, false, true);
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(video(0));
    publisher.sendRtp(audio(0));
    awaitPackets(player, 1);
    int asked = publisher.reports(PictureLossIndication.class).size();
    fixture.engine.hold(EngineFixture.STREAM, false, false);
    publisher.sendRtp(video(1));
    publisher.await(
        "a wish for a key frame",
        () -> publisher.reports(PictureLossIndication.class).size() > asked);
    awaitPackets(player, 2);
    assertEquals(List.of(1, 100), contents(player));
  }

  @Test
  void leavesNoGapInWhatPlayersCount() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(audio(0));
    awaitPackets(player, 1);
    fixture.engine.hold(EngineFixture.STREAM, true, false);
    for (int i = 1; i < 50; i++) {
      publisher.sendRtp(audio(i));
    }
    publisher.sendRtp(video(0));
    awaitPackets(player, 2);
    fixture.engine.hold(EngineFixture.STREAM, false, false);
    publisher.sendRtp(audio(50));
    awaitPackets(player, 3);
    int first = Rtp.sequence(player.packets().get(0), 0);
    int next = Rtp.sequence(player.packets().get(2), 0);
    assertEquals(1, (short) (next - first));
  }
}
