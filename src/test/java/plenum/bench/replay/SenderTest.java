package plenum.bench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.bench.EngineProcess;
import plenum.engine.SessionOffer;
import plenum.engine.StreamName;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/** A sender at a real engine, and a player that looks what comes. */
class SenderTest {

  private static final int SMALLEST = 40;
  private static final int PLAYED_VP8 = TestOffer.player("VP8").type("VP8");
  private static final int PLAYED_OPUS = TestOffer.player("opus").type("opus");

  private final EngineProcess engine = new EngineProcess(0, EngineProcess.settings(0));
  private final PeerLoop peers = new PeerLoop();
  private final Replay replay = new Replay();

  @AfterEach
  void close() {
    replay.close();
    peers.close();
    engine.close();
  }

  /** The pictures of each size have other numbers at their ends: from 0, 20 and 40 on. */
  private static Recording recording() {
    List<RecordedTrack> sizes = new ArrayList<>();
    for (int size = 0; size < 3; size++) {
      List<Frame> frames = new ArrayList<>();
      for (int frame = 0; frame < 20; frame++) {
        byte[] payload = Samples.vp8(frame == 0, true, frame, frame, 20 * size + frame);
        frames.add(new Frame(Samples.STEP * frame, List.of(payload)));
      }
      sizes.add(new RecordedTrack(Coding.VP8, frames));
    }
    return new Recording(sizes, Samples.sound(1), Samples.sound(2));
  }

  private static SessionOffer offer(String sdp) {
    return new SessionOffer(new StreamName("live", "s"), sdp, InetAddress.getLoopbackAddress());
  }

  private Sender sender(boolean layers) {
    Sender sender = replay.sender(recording(), true, layers);
    sender.answer(engine.engine().publish(offer(sender.offer())).sdp());
    return sender;
  }

  private TestPeer player() {
    TestPeer player = peers.peer();
    String sdp = player.offer(TestOffer.player("opus", "VP8"));
    player.answer(engine.engine().play(offer(sdp)).sdp());
    return player.awaitConnected();
  }

  private static List<byte[]> pictures(TestPeer player) {
    return player.packets().stream().filter(p -> Rtp.payloadType(p, 0) == PLAYED_VP8).toList();
  }

  private static int name(byte[] packet) {
    return packet[packet.length - 1];
  }

  private static void awaitPicture(TestPeer player, String what, Predicate<byte[]> wanted) {
    player.await(what, () -> pictures(player).stream().anyMatch(wanted));
  }

  @Test
  void sendsOneSizeToWhomTakesNoOthers() {
    sender(false);
    TestPeer player = player();
    awaitPicture(player, "the recording's end", packet -> name(packet) == 19);
    assertTrue(pictures(player).stream().allMatch(packet -> name(packet) < 20));
  }

  @Test
  void answersThePlayersWishForAKeyFrame() {
    sender(false);
    TestPeer player = player();
    awaitPicture(player, "some pictures", packet -> name(packet) == 3);
    int ssrc = Rtp.ssrc(pictures(player).get(0), 0);
    int before = pictures(player).size();
    player.sendRtcp(new PictureLossIndication(1, ssrc));
    player.await(
        "the first picture again before the last",
        () -> comesEarly(pictures(player).subList(before, pictures(player).size())));
  }

  /** Whether the first picture follows on another than the last. */
  private static boolean comesEarly(List<byte[]> packets) {
    return IntStream.range(1, packets.size())
        .anyMatch(i -> name(packets.get(i)) == 0 && name(packets.get(i - 1)) < 19);
  }

  @Test
  void sendsTheSizesThatAreWanted() {
    Sender sender = sender(true);
    TestPeer player = player();
    awaitPicture(player, "the large picture", packet -> name(packet) < 20);
    sender.want(Set.of("l"));
    awaitPicture(player, "the small picture", packet -> name(packet) >= SMALLEST);
    sender.want(Set.of("h", "l"));
    int before = pictures(player).size();
    player.await(
        "the large picture again",
        () -> pictures(player).stream().skip(before).anyMatch(packet -> name(packet) < 20));
  }

  @Test
  void talksAndReportsItsClock() {
    Sender sender = sender(true);
    TestPeer player = player();
    sender.talk(true);
    player.await(
        "somebody who talks",
        () ->
            player.packets().stream()
                .anyMatch(p -> Rtp.payloadType(p, 0) == PLAYED_OPUS && name(p) == 1));
    player.await("reports", () -> player.reports(SenderReport.class).size() >= 2);
    List<SenderReport> reports = player.reports(SenderReport.class);
    assertEquals(0, reports.get(0).blocks().size());
  }
}
