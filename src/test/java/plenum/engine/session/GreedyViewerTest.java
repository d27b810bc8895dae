package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.Reception;
import plenum.engine.rtcp.Deltas;
import plenum.engine.rtcp.FullIntraRequest;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverEstimate;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.TransportFeedback;
import plenum.engine.rtp.Rtp;

/**
 * A viewer asks for everything as large as can be, for each packet again and for whole pictures all
 * the time, and tells what cannot be of its link; others get what they got, and a publisher is not
 * asked for more than it can make.
 */
class GreedyViewerTest {

  private static final int FRAMES = 200;
  private static final int AT_ONCE = 10;

  /** At most 200 are taken each second, and as many wait. */
  private static final int STORM = 40;

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private final Random random = new Random(16);
  private final TestPeer publisher = fixture.publisher();
  private int sent;

  @AfterEach
  void close() {
    fixture.close();
  }

  private void assign(EngineFixture.Client receiver, int height, int priority) {
    Reception wanted =
        new Reception(
            Map.of("0", new Reception.Picture(EngineFixture.STREAM, height, priority)),
            Set.of(EngineFixture.STREAM));
    assertTrue(
        fixture.engine.assign(receiver.answer().session(), receiver.answer().token(), wanted));
  }

  private void sendFrames(int count) {
    for (int i = 0; i < count; i++) {
      int n = sent++;
      publisher.sendRtp(media.video(n, 3000 * n, n == 0, (byte) 1, (byte) n));
      publisher.sendRtp(media.audio(n, 960 * n, (byte) 2, (byte) n));
    }
  }

  /** The SSRCs of what a peer gets. */
  private static Set<Integer> sources(TestPeer peer) {
    Set<Integer> all = new java.util.HashSet<>();
    peer.packets().forEach(packet -> all.add(Rtp.ssrc(packet, 0)));
    return all;
  }

  /** The last byte of each packet of sound, or of pictures, in the order in which they came. */
  private static List<Integer> contents(TestPeer peer, int kind) {
    List<Integer> all = new ArrayList<>();
    for (byte[] packet : peer.packets()) {
      if (packet[packet.length - 2] == kind) {
        all.add(packet[packet.length - 1] & 0xff);
      }
    }
    return all;
  }

  private long wishes() {
    return publisher.reports(PictureLossIndication.class).size();
  }

  private List<Integer> numbers() {
    int first = random.nextInt(65_536);
    return IntStream.range(first, first + Nack.MAX_SEQUENCES).mapToObj(n -> n & 0xffff).toList();
  }

  private Rtcp absurdFeedback() {
    int[] deltas = new int[random.nextInt(1, 100)];
    Arrays.setAll(
        deltas,
        i ->
            switch (random.nextInt(4)) {
              case 0 -> TransportFeedback.NOT_RECEIVED;
              case 1 -> Short.MAX_VALUE;
              case 2 -> Short.MIN_VALUE;
              default -> random.nextInt(256);
            });
    int base = random.nextBoolean() ? random.nextInt(50) : random.nextInt(65_536);
    int time = random.nextInt() >> 8;
    return new TransportFeedback(1, 2, base, time, random.nextInt(256), Deltas.of(deltas));
  }

  private List<Rtcp> wanting(int ssrc) {
    long bitrate = random.nextBoolean() ? 0 : Long.MAX_VALUE;
    ReportBlock block = new ReportBlock(ssrc, 255, 0x7fffff, 0xffffffffL, 0xffffffffL, -1, -1);
    return List.of(
        new Nack(1, ssrc, numbers()),
        new PictureLossIndication(1, ssrc),
        new FullIntraRequest(1, ssrc, random.nextInt(256)),
        new ReceiverEstimate(1, bitrate, List.of(ssrc, 0, -1)),
        new ReceiverReport(1, List.of(block)),
        absurdFeedback());
  }

  private void storm(TestPeer greedy, Set<Integer> of) {
    for (int i = 0; i < STORM; i++) {
      for (int ssrc : of) {
        wanting(ssrc).forEach(greedy::sendRtcp);
      }
    }
  }

  private void othersGetWhatTheyGot(TestOffer offer) {
    EngineFixture.Client modest = fixture.receive(2, 2);
    EngineFixture.Client greedy = fixture.receive(offer);
    assign(modest, 360, 0);
    assign(greedy, Integer.MAX_VALUE, Integer.MAX_VALUE);
    long begun = System.nanoTime();
    sendFrames(1);
    greedy.peer().await("both", () -> sources(greedy.peer()).size() >= 2);
    Set<Integer> sources = sources(greedy.peer());
    for (int i = 1; i < FRAMES; i += AT_ONCE) {
      storm(greedy.peer(), sources);
      assign(greedy, i % 2 == 0 ? Integer.MAX_VALUE : 1, i);
      sendFrames(Math.min(AT_ONCE, FRAMES - i));
      modest.peer().await("all", () -> contents(modest.peer(), 1).size() >= sent);
      modest.peer().await("all", () -> contents(modest.peer(), 2).size() >= sent);
    }
    List<Integer> all = IntStream.range(0, FRAMES).mapToObj(n -> n & 0xff).toList();
    assertEquals(all, contents(modest.peer(), 1));
    assertEquals(all, contents(modest.peer(), 2));
    double seconds = (System.nanoTime() - begun) / 1e9;
    // One for each who came; then as many as one player may cost.
    assertTrue(wishes() <= 2 + 2 * (6 + 0.5 * seconds), () -> wishes() + " wishes");
    assertTrue(
        greedy.peer().rtpDatagrams() <= 2 * FRAMES + 2 * (200 + 400 * seconds),
        () -> greedy.peer().rtpDatagrams() + " packets");
  }

  @Test
  void oneThatTellsOfItsLinkByFeedback() {
    othersGetWhatTheyGot(TestOffer.receiver(2, 2).withFeedback().withRepairs());
  }

  @Test
  void oneThatTellsOfItsLinkByReportsAndEstimates() {
    othersGetWhatTheyGot(TestOffer.receiver(2, 2));
  }
}
