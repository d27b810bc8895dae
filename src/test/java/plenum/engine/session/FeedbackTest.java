package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.FullIntraRequest;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtcp.SourceDescription;
import plenum.engine.rtcp.TransportFeedback;
import plenum.engine.rtp.Rtp;

/** What the peers and the engine tell each other by RTCP. */
class FeedbackTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static long keyFrameRequests(TestPeer publisher) {
    return publisher.reports(PictureLossIndication.class).stream()
        .filter(request -> request.media() == TestOffer.VIDEO_SSRC)
        .count();
  }

  private static int videoSsrc(TestPeer player) {
    return Rtp.ssrc(player.packets().get(0), 0);
  }

  /** The requests until a player has joined: its own, which the publisher gets a little later. */
  private static long requestsOfJoining(TestPeer publisher) {
    publisher.await("the request of joining", () -> keyFrameRequests(publisher) == 1);
    return 1;
  }

  private void sendVideo(TestPeer publisher, TestPeer player, int from, int to) {
    IntStream.range(from, to)
        .forEach(i -> publisher.sendRtp(media.video(i, 3000 * i, i == 0, (byte) i)));
    player.await("packets", () -> player.packets().size() >= to - from);
  }

  @Test
  void asksThePublisherForAKeyFrameWhenAPlayerJoins() {
    TestPeer publisher = fixture.publisher();
    fixture.player();
    publisher.await("a request", () -> keyFrameRequests(publisher) == 1);
    assertEquals(1, keyFrameRequests(publisher));
  }

  @Test
  void passesAPlayersWishForAKeyFrameOnAfterThePause() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    long before = requestsOfJoining(publisher);
    sendVideo(publisher, player, 0, 2);
    int wishes = 20;
    IntStream.range(0, wishes)
        .forEach(i -> player.sendRtcp(new PictureLossIndication(1, videoSsrc(player))));
    publisher.await("a request", () -> keyFrameRequests(publisher) > before);
    assertTrue(keyFrameRequests(publisher) < before + wishes);
  }

  @Test
  void understandsTheOlderWayToWishForAKeyFrame() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    long before = requestsOfJoining(publisher);
    sendVideo(publisher, player, 0, 2);
    player.sendRtcp(new FullIntraRequest(1, videoSsrc(player), 0));
    publisher.await("a request", () -> keyFrameRequests(publisher) == before + 1);
    assertEquals(before + 1, keyFrameRequests(publisher));
  }

  @Test
  void ignoresWishesForForeignSources() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    long before = requestsOfJoining(publisher);
    sendVideo(publisher, player, 0, 1);
    List<Integer> sequence = List.of(Rtp.sequence(player.packets().get(0), 0));
    player.sendRtcp(new PictureLossIndication(1, 12345));
    player.sendRtcp(new Nack(1, 12345, sequence));
    player.sendRtcp(new Nack(1, videoSsrc(player), sequence));
    player.await("the answer to the last one", () -> player.rtpDatagrams() >= 2);
    // A wish would be passed on after a pause, which is over when two more reports have come.
    int reports = publisher.reports(ReceiverReport.class).size();
    publisher.await("reports", () -> publisher.reports(ReceiverReport.class).size() >= reports + 2);
    assertEquals(before, keyFrameRequests(publisher));
    assertEquals(2, player.rtpDatagrams());
  }

  @Test
  void sendsAPlayerAgainWhatItMissed() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    sendVideo(publisher, player, 0, 1);
    int next = Rtp.sequence(player.packets().get(0), 0) + 1 & 0xffff;
    player.lose(sequence -> sequence == next);
    publisher.sendRtp(media.video(1, 3000, false, (byte) 7));
    publisher.sendRtp(media.video(2, 3000, false, (byte) 8));
    player.await("the one after", () -> player.packets().size() == 2);
    player.lose(sequence -> false);
    player.sendRtcp(new Nack(1, videoSsrc(player), List.of(next)));
    player.await("the lost one", () -> player.packets().size() == 3);
    assertArrayEquals(new byte[] {7}, TestMedia.content(player.packets().get(2)));
  }

  @Test
  void answersAStormOfRequestsWithinItsBudget() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    sendVideo(publisher, player, 0, 120);
    List<Integer> all = player.packets().stream().map(p -> Rtp.sequence(p, 0)).toList();
    long before = player.datagrams();
    for (int i = 0; i < 200; i++) {
      player.sendRtcp(new Nack(1, videoSsrc(player), all));
    }
    player.sendRtcp(new FullIntraRequest(1, videoSsrc(player), 0));
    publisher.await("the storm's end", () -> keyFrameRequests(publisher) >= 2);
    player.await("every packet again", () -> player.datagrams() - before >= 120);
    long sent = player.datagrams() - before;
    // The budget grows while a slow machine is at it.
    assertTrue(sent < 200 * 120 / 2, sent + " packets again");
  }

  @Test
  void givesEachPlayerThePublishersClockInItsOwnTimestamps() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    sendVideo(publisher, player, 0, 1);
    long ntp = 0x1234_5678_9abc_def0L;
    publisher.sendRtcp(
        new SenderReport(TestOffer.VIDEO_SSRC, ntp, 9000, 500, 70_000, List.of()),
        SourceDescription.of(TestOffer.VIDEO_SSRC, "test"));
    player.await("a report", () -> !player.reports(SenderReport.class).isEmpty());
    SenderReport report = player.reports(SenderReport.class).get(0);
    assertEquals(videoSsrc(player), report.ssrc());
    assertEquals(ntp, report.ntp());
    assertEquals(9000, report.rtpTimestamp() - Rtp.timestamp(player.packets().get(0), 0));
    assertEquals(1, report.packets());
    SourceDescription description = player.reports(SourceDescription.class).get(0);
    assertEquals(videoSsrc(player), description.sources().get(0).ssrc());
  }

  @Test
  void reportsArrivalsForCongestionControl() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    sendVideo(publisher, player, 0, 20);
    publisher.await("arrivals", () -> arrivals(publisher) == 20);
    assertEquals(20, arrivals(publisher));
  }

  private static long arrivals(TestPeer publisher) {
    return publisher.reports(TransportFeedback.class).stream()
        .flatMapToInt(feedback -> feedback.deltas().stream())
        .filter(delta -> delta != TransportFeedback.NOT_RECEIVED)
        .count();
  }

  @Test
  void reportsReceptionEverySecond() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    sendVideo(publisher, player, 100, 110);
    // A report may fall between two of the packets: the one after it tells of all.
    publisher.await(
        "two reports, the last of every packet",
        () -> blocks(publisher).size() >= 2 && lastBlock(publisher).highestSequence() >= 109);
    ReportBlock block = lastBlock(publisher);
    assertEquals(TestOffer.VIDEO_SSRC, block.ssrc());
    assertEquals(109, block.highestSequence());
    assertEquals(0, block.cumulativeLost());
  }

  private static ReportBlock lastBlock(TestPeer publisher) {
    List<ReportBlock> blocks = blocks(publisher);
    return blocks.get(blocks.size() - 1);
  }

  private static List<ReportBlock> blocks(TestPeer publisher) {
    return publisher.reports(ReceiverReport.class).stream()
        .flatMap(report -> report.blocks().stream())
        .toList();
  }
}
