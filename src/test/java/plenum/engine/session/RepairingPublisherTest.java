package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.rtcp.Bye;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.TransportFeedback;
import plenum.engine.rtp.Rtp;

/** Publishers that send again what was lost as packets of another source (RFC 4588). */
class RepairingPublisherTest {

  private static final int REPAIRS = 0x3000;
  private static final StreamName OTHER = new StreamName("live", "other");

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private final TestOffer offer = TestOffer.publisher("opus", "VP8").withRepairs(REPAIRS);
  private final TestPeer publisher = fixture.publisher(EngineFixture.STREAM, offer);
  private final TestPeer player = fixture.player();
  private int repairs;

  @AfterEach
  void close() {
    fixture.close();
  }

  private byte[] video(int n) {
    return media.video(n, 3000 * n, n == 0, (byte) n);
  }

  private void sendAgain(byte[] packet) {
    publisher.sendRtp(TestMedia.repair(offer.repairType("VP8"), REPAIRS, ++repairs, packet));
  }

  private List<Integer> contents() {
    return player.packets().stream().map(packet -> (int) packet[packet.length - 1]).toList();
  }

  private void awaitContents(Integer... contents) {
    player.await("" + List.of(contents), () -> contents().equals(List.of(contents)));
  }

  private void awaitRequestFor(int sequence) {
    publisher.await(
        "a request for " + sequence,
        () ->
            publisher.reports(Nack.class).stream()
                .anyMatch(
                    nack ->
                        nack.media() == TestOffer.VIDEO_SSRC
                            && nack.sequences().contains(sequence)));
  }

  /** As encoders do that are restarted: both sources are others than the offer announced. */
  @Test
  void isRecoveredAfterTheSourceChanged() {
    publisher.sendRtp(video(0));
    awaitContents(0);
    publisher.sendRtcp(
        new ReceiverReport(TestOffer.VIDEO_SSRC, List.of()),
        new Bye(List.of(TestOffer.VIDEO_SSRC)));
    int other = 0x4000;
    byte[] lost = TestMedia.from(other, video(2));
    publisher.sendRtp(TestMedia.from(other, video(1)));
    publisher.sendRtp(TestMedia.from(other, video(3)));
    publisher.await(
        "a request for 2",
        () ->
            publisher.reports(Nack.class).stream()
                .anyMatch(nack -> nack.media() == other && nack.sequences().contains(2)));
    publisher.sendRtp(TestMedia.repair(offer.repairType("VP8"), 0x5000, 1, lost));
    awaitContents(0, 1, 3, 2);
  }

  @Test
  void whatIsRecoveredIsPassedOnOnce() {
    byte[] lost = video(1);
    publisher.sendRtp(video(0));
    publisher.sendRtp(video(2));
    awaitRequestFor(1);
    sendAgain(lost);
    sendAgain(lost);
    publisher.sendRtp(lost);
    publisher.sendRtp(video(3));
    awaitContents(0, 2, 1, 3);
    List<byte[]> sent = player.packets();
    assertEquals(Rtp.sequence(sent.get(0), 0) + 1 & 0xffff, Rtp.sequence(sent.get(2), 0));
    assertEquals(Rtp.ssrc(sent.get(0), 0), Rtp.ssrc(sent.get(2), 0));
    assertEquals(Rtp.payloadType(sent.get(0), 0), Rtp.payloadType(sent.get(2), 0));
    assertArrayEquals(new byte[] {1}, TestMedia.content(sent.get(2)));
  }

  /** The one that nobody has noticed yet comes by a probe; what has come is dropped. */
  @Test
  void aProbeIsOfUseWhereItsPacketIsMissing() {
    publisher.sendRtp(video(0));
    sendAgain(video(0));
    sendAgain(video(1));
    sendAgain(new byte[] {(byte) 0x80, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0}); // An empty one.
    publisher.sendRtp(video(2));
    awaitContents(0, 1, 2);
    assertEquals(0, fixture.engine.status().trackless());
  }

  /** Whoever measures by them has to be told of them, whether they are of use or not. */
  @Test
  void tellsThatProbesHaveCome() {
    publisher.sendRtp(video(0));
    long before = told();
    IntStream.range(0, 20).forEach(i -> sendAgain(video(0)));
    publisher.await("20 arrivals", () -> told() >= before + 20);
    assertEquals(List.of(0), contents());
  }

  private long told() {
    return publisher.reports(TransportFeedback.class).stream()
        .flatMapToInt(feedback -> feedback.deltas().stream())
        .filter(delta -> delta != TransportFeedback.NOT_RECEIVED)
        .count();
  }

  /** What was lost is reported lost, or nobody would send less. */
  @Test
  void whatIsRecoveredWasLostAllTheSame() {
    publisher.sendRtp(video(0));
    publisher.sendRtp(video(2));
    awaitRequestFor(1);
    sendAgain(video(1));
    awaitContents(0, 2, 1);
    publisher.await(
        "a report of it",
        () ->
            publisher.reports(ReceiverReport.class).stream()
                .flatMap(report -> report.blocks().stream())
                .anyMatch(block -> block.cumulativeLost() == 1));
    assertTrue(contents().contains(1));
  }

  /** Half of what is sent is lost, and half of what is sent again. */
  @Test
  void comesThroughMuchLoss() {
    Random random = new Random(11);
    List<Integer> all = new ArrayList<>();
    int most = 60;
    publisher.sendRtp(video(0));
    for (int n = 1; n < most; n++) {
      if (n == most - 1 || random.nextBoolean()) {
        publisher.sendRtp(video(n));
      }
    }
    publisher.await(
        "all of it",
        () -> {
          requested().stream().filter(n -> random.nextBoolean()).forEach(n -> sendAgain(video(n)));
          return contents().size() == most;
        });
    IntStream.range(0, most).forEach(all::add);
    assertEquals(all, contents().stream().sorted().toList());
  }

  private List<Integer> requested() {
    return publisher.reports(Nack.class).stream()
        .flatMap(nack -> nack.sequences().stream())
        .distinct()
        .filter(n -> !contents().contains(n))
        .toList();
  }

  @Test
  void repairsOfSeveralEncodingsAreToldApart() {
    TestOffer layered = TestOffer.publisher("opus", "VP8").withRepairs().withLayers("h", "l");
    TestPeer other = fixture.publisher(OTHER, layered);
    TestPeer viewer = fixture.peers.peer();
    String sdp = viewer.offer(TestOffer.player("opus", "VP8"));
    viewer.answer(fixture.engine.play(EngineFixture.offer(OTHER, sdp)).sdp());
    viewer.awaitConnected();
    viewer.await("the player", () -> fixture.events.count("played other") > 0);
    for (int n : new int[] {0, 2}) {
      other.sendRtp(layer(0x1000, TestOffer.RID_ID, "h", video(n)));
      other.sendRtp(layer(0x2000, TestOffer.RID_ID, "l", video(n)));
    }
    for (String name : List.of("l", "h")) {
      byte[] lost = media.video(1, 3000, false, (byte) name.charAt(0));
      byte[] again = TestMedia.repair(layered.repairType("VP8"), 0, 7, lost);
      int ssrc = name.equals("h") ? 0x1001 : 0x2001;
      other.sendRtp(layer(ssrc, TestOffer.REPAIRED_RID_ID, name, again));
    }
    viewer.await("three", () -> viewer.packets().size() == 3);
    assertEquals('h', viewer.packets().get(2)[viewer.packets().get(2).length - 1]);
  }

  private static byte[] layer(int ssrc, int id, String name, byte[] packet) {
    int start = Rtp.stripExtensions(packet, 0, packet.length);
    byte[] plain = Arrays.copyOfRange(packet, start, packet.length);
    return TestMedia.from(ssrc, TestMedia.named(plain, id, name));
  }
}
