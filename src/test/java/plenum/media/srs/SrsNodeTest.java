package plenum.media.srs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.Ingest;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.MutableClock;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeIce;
import plenum.media.node.NodeOffer;
import plenum.media.node.NodeReports;
import plenum.media.node.NodeState;
import plenum.media.stream.MediaFixture;
import plenum.settings.SrsSettings;
import plenum.testing.Actors;
import plenum.text.Sentence;

class SrsNodeTest {

  private static final StreamId CAMERA = new StreamId("group", "abc-camera");
  private static final String AUDIO =
      "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n";
  private static final String OFFER =
      "v=0\r\n" + AUDIO + "m=video 9 UDP/TLS/RTP/SAVPF 96 102\r\na=rtpmap:96 VP8/90000\r\n";
  private static final String WITH_H264 = OFFER + "a=rtpmap:102 H264/90000\r\n";
  private static final String WITH_AV1 = OFFER + "a=rtpmap:102 AV1/90000\r\n";

  private final FakeSrs srs = new FakeSrs();
  private final MutableClock clock = new MutableClock();
  private final List<Object> reports = new ArrayList<>();
  private final SrsSettings settings = settings();
  private final SrsNode node =
      new SrsNode(new SrsApi(srs.base(), settings), settings, reports(), clock, clock::nanoTime);

  private SrsSettings settings() {
    return MediaFixture.settings(
            Map.of(
                "plenum.media.nodes", srs.base().toString(),
                "plenum.media.srs.hook-secret", "s".repeat(32),
                "plenum.media.srs.request-timeout", "1s"))
        .srs();
  }

  private NodeReports reports() {
    return new NodeReports() {
      @Override
      public void published(OnAir onAir, String clientId) {
        reports.add(onAir);
      }

      @Override
      public void unpublished(StreamId stream, String clientId) {
        reports.add("gone " + clientId);
      }
    };
  }

  @AfterEach
  void stop() {
    srs.close();
  }

  private static NodeOffer offer(String sdp) {
    return new NodeOffer(
        CAMERA,
        sdp,
        InetAddress.getLoopbackAddress(),
        Optional.of("ticket-1_A"),
        Optional.of("ada"),
        Optional.empty(),
        true);
  }

  private Reason refusal(String sdp) {
    return assertThrows(MediaRefusal.class, () -> node.publish(offer(sdp))).reason();
  }

  @Test
  void passesOnTheOfferWithTheTicketAndNothingElse() {
    NodeAnswer answer = node.publish(offer(WITH_H264));
    assertEquals(
        List.of("POST /rtc/v1/whip/?app=group&stream=abc-camera&ticket=ticket-1_A"), srs.requests);
    assertEquals(FakeSrs.ANSWER, answer.sdp());
    assertEquals("srv:Gc4+/", answer.session());
    assertEquals(Optional.of("127.0.0.1"), srs.forwardedFor, "the client's address");
  }

  @Test
  void endsASessionByItsLocationByteForByte() {
    assertTrue(node.end(CAMERA, "srv:Gc4+/", "tok"));
    assertEquals(
        "DELETE /rtc/v1/whip/?action=delete&token=tok&app=group&stream=abc-camera"
            + "&session=srv:Gc4+/",
        srs.requests.get(0));
  }

  @Test
  void sendsNothingThatIsNoSession() {
    assertFalse(node.end(CAMERA, "a&x=1", "tok"));
    assertFalse(node.kick("../streams"));
    assertEquals(List.of(), srs.requests);
  }

  @Test
  void asksForAv1WhenABrowserHasNoH264() {
    node.publish(offer(WITH_AV1));
    assertTrue(srs.requests.get(0).endsWith("&codec=av1"), srs.requests.get(0));
  }

  @Test
  void refusesACodecBeforeSrsDoes() {
    assertEquals(Reason.NO_COMMON_CODEC, refusal(OFFER));
    assertEquals(List.of(), srs.requests);
  }

  @Test
  void tellsABusyStreamFromTheLists() {
    srs.offers = FakeSrs.Mood.CLOSES;
    srs.client("c1", "/group/abc-camera", true);
    assertEquals(Reason.STREAM_BUSY, refusal(WITH_H264));
  }

  @Test
  void tellsWhatAHookRefused() {
    srs.offers = FakeSrs.Mood.CLOSES;
    node.refusedByHook(new StreamId("group", "other"), refused(Reason.STREAM_CLOSED));
    assertEquals(Reason.MALFORMED_OFFER, refusal(WITH_H264));
  }

  @Test
  void handsOnWhatSrsSays() {
    srs.offers = FakeSrs.Mood.FAILS;
    var refused = assertThrows(MediaRefusal.class, () -> node.publish(offer(WITH_H264)));
    assertEquals(
        Sentence.of("malformed-offer.said-by-node", "oops").toString(),
        refused.sentence().toString());
  }

  @Test
  void handsOnNothingThatIsNoLineOfText() {
    for (String said :
        List.of("", " ", "<html>no</html>", "{\"code\":400}", "x".repeat(201), "a\u0000b")) {
      assertEquals(Optional.empty(), new SrsFailure(SrsFailure.Cause.WRONG, "", said).said(), said);
    }
    assertEquals(
        Optional.of("stream busy"),
        new SrsFailure(SrsFailure.Cause.WRONG, "", "stream busy\n").said());
  }

  private static MediaRefusal refused(Reason reason) {
    return new MediaRefusal(reason, "No.");
  }

  @Test
  void tellsThatNobodyAnswers() {
    srs.mood = FakeSrs.Mood.SILENT;
    assertEquals(Reason.UNAVAILABLE, refusal(WITH_H264));
    srs.close();
    assertEquals(Reason.UNAVAILABLE, refusal(WITH_H264));
  }

  @Test
  void refusesAPlayersOfferThatTheStreamDoesNotFit() {
    node.publish(offer("v=0\r\n" + AUDIO));
    node.publications().offered(new OnAir(CAMERA, true, false, ""));
    node.publications().published(CAMERA, "c1");
    MediaRefusal refusal = assertThrows(MediaRefusal.class, () -> node.play(offer(WITH_H264)));
    assertEquals(Reason.NO_COMMON_CODEC, refusal.reason());
    assertEquals(FakeSrs.ANSWER, node.play(offer("v=0\r\n" + AUDIO)).sdp());
  }

  @Test
  void failsAtOnceWhenNobodyListensAndLaterWhenItIsSilent() {
    assertEquals(SrsHealth.Change.BEGAN, node.health().ask(node.api()));
    NodeState.Ready ready = assertInstanceOf(NodeState.Ready.class, node.state());
    assertTrue(ready.since().orElseThrow().isBefore(Instant.now().minusSeconds(59)));
    srs.mood = FakeSrs.Mood.FAILS;
    assertEquals(SrsHealth.Change.NONE, node.health().ask(node.api()));
    assertEquals(SrsHealth.Change.NONE, node.health().ask(node.api()));
    assertEquals(SrsHealth.Change.FAILED, node.health().ask(node.api()));
    srs.mood = FakeSrs.Mood.WELL;
    assertEquals(SrsHealth.Change.BEGAN, node.health().ask(node.api()));
    srs.close();
    assertEquals(SrsHealth.Change.FAILED, node.health().ask(node.api()));
  }

  @Test
  void noticesThatSrsWasStartedAnew() {
    node.health().ask(node.api());
    srs.service = "second";
    assertEquals(SrsHealth.Change.BEGAN, node.health().ask(node.api()));
    assertEquals(SrsHealth.Change.NONE, node.health().ask(node.api()));
  }

  @Test
  void healsAHookThatWasLost() throws SrsFailure {
    node.publish(offer(WITH_H264));
    srs.client("c1", "/group/abc-camera", true);
    srs.stream("group", "abc-camera", "c1", "\"video\":null,\"audio\":null");
    node.reconcile();
    assertEquals(List.of(new OnAir(CAMERA, true, true, "H264")), reports);
    srs.clients.clear();
    clock.pass(Duration.ofSeconds(1));
    node.reconcile();
    assertEquals("gone c1", reports.get(reports.size() - 1));
  }

  @Test
  void learnsTheTracksOfADeviceFromTheLists() throws SrsFailure {
    node.publications().published(CAMERA, "c1");
    assertEquals(List.of(), reports);
    assertTrue(node.publications().awaitsDescription());
    srs.client("c1", "/group/abc-camera", true);
    srs.stream("group", "abc-camera", "c1", "\"video\":{\"codec\":\"HEVC\"},\"audio\":{}");
    node.reconcile();
    assertEquals(List.of(), reports);
    clock.pass(Duration.ofSeconds(2));
    node.reconcile();
    assertEquals(List.of(new OnAir(CAMERA, false, true, "H265")), reports);
  }

  @Test
  void ignoresALateEndOfAnEarlierPublisher() {
    node.publications().offered(new OnAir(CAMERA, true, true, "H264"));
    node.publications().published(CAMERA, "c1");
    node.publications().published(CAMERA, "c2");
    node.publications().unpublished(CAMERA, "c1");
    assertEquals(Optional.of("c2"), node.publications().publisherOf(CAMERA));
    node.publications().unpublished(CAMERA, "c2");
    assertEquals("gone c2", reports.get(reports.size() - 1));
  }

  @Test
  void sendsStrayPublishersAwayButNobodyElsesStreams() {
    srs.client("c1", "/group/abc-camera", true);
    srs.client("c2", "/live/television", true);
    int[] changes = {0};
    Rounds rounds =
        new Rounds(
            node,
            stream -> false,
            () -> changes[0]++,
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            clock,
            clock::nanoTime);
    clock.pass(Duration.ofDays(1));
    rounds.turn();
    assertEquals(List.of("c2"), List.copyOf(srs.clients.keySet()));
    assertEquals(1, changes[0]);
  }

  @Test
  void endsAllOfAStreamInTheNextRoundAndNobodyTwice() {
    srs.client("c1", "/group/abc-camera", true);
    srs.client("c2", "/group/abc-camera", false);
    srs.client("c3", "/group/other-camera", false);
    node.health().ask(node.api());
    node.endAll(CAMERA);
    assertEquals(3, srs.clients.size());
    Rounds rounds =
        new Rounds(
            node,
            stream -> true,
            () -> {},
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            clock,
            clock::nanoTime);
    clock.pass(Duration.ofDays(1));
    rounds.turn();
    assertEquals(List.of("c3"), List.copyOf(srs.clients.keySet()));
    srs.client("c1", "/group/abc-camera", true);
    assertFalse(node.kick("c1"));
    clock.pass(Duration.ofSeconds(11));
    assertTrue(node.kick("c1"));
  }

  /** Which look at the node's health, and at its lists, once an hour. */
  private Rounds seldom() {
    return new Rounds(
        node,
        stream -> true,
        () -> {},
        Duration.ofHours(1),
        Duration.ofHours(1),
        clock,
        clock::nanoTime);
  }

  @Test
  void endsWhatIsClosedBetweenTwoLooksAtTheNodesHealth() {
    Rounds rounds = seldom();
    rounds.turn();
    srs.client("c1", "/group/abc-camera", true);
    srs.requests.clear();
    rounds.turn();
    assertEquals(List.of(), List.copyOf(srs.requests), "nothing is asked without need");
    node.endAll(CAMERA);
    rounds.turn();
    assertEquals(List.of(), List.copyOf(srs.clients.keySet()));
    assertEquals(1, kicks("c1"));
  }

  @Test
  void leavesANodeAloneWhoseListsTakeLong() {
    Rounds rounds = seldom();
    srs.client("c1", "/group/abc-camera", true);
    srs.meanwhile = () -> clock.pass(Duration.ofSeconds(1));
    rounds.turn();
    srs.meanwhile = () -> {};
    node.endAll(CAMERA);
    srs.requests.clear();
    rounds.turn();
    assertEquals(List.of(), List.copyOf(srs.requests));
    clock.pass(Duration.ofMinutes(1));
    rounds.turn();
    assertEquals(1, kicks("c1"));
  }

  @Test
  void looksAfterTheNodeWhateverTheComputersClockShows() {
    Rounds rounds =
        new Rounds(
            node,
            any -> true,
            () -> {},
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            clock,
            clock::nanoTime);
    node.publish(offer(WITH_H264));
    srs.client("c1", "/group/abc-camera", true);
    srs.stream("group", "abc-camera", "c1", "\"video\":null,\"audio\":null");
    rounds.turn();
    assertTrue(node.kick("c1"));
    srs.clients.clear();
    clock.set(Duration.ofHours(-1));
    clock.pass(Duration.ofSeconds(11));

    rounds.turn();
    assertEquals("gone c1", reports.get(reports.size() - 1));
    node.kick("c1");
    assertEquals(2, kicks("c1"));
  }

  private long kicks(String client) {
    return srs.requests.stream()
        .filter(request -> request.startsWith("DELETE") && request.contains(client))
        .count();
  }

  @Test
  void tellsADeviceWhereToPush() {
    var media = new MediaFixture();
    StreamId stream = media.streams.openForDevice(MediaFixture.ROOM, "device");
    Ingest rtmp =
        node.ingests(stream, media.streams.deviceTicket(Actors.known("ada"), stream, "p1")).get(0);
    assertEquals("rtmp", rtmp.protocol());
    assertEquals("rtmp://127.0.0.1:1935/group", rtmp.address());
    assertTrue(rtmp.key().startsWith(stream.name() + "?ticket="), rtmp.key());
    assertEquals(Optional.of(URI.create("http://127.0.0.1:8080")), node.httpBase(stream));
  }

  @Test
  void knowsTheNamesThatASessionBeganWithAndCannotRestartIt() {
    NodeIce ice = node.ice(CAMERA, "87s1z8z8:Gc4+", "oh762m333").orElseThrow();
    assertEquals(new NodeIce("87s1z8z8", "", "Gc4+", Set.of(), List.of()), ice);
    MediaRefusal refusal =
        assertThrows(
            MediaRefusal.class,
            () -> node.restartIce(CAMERA, "87s1z8z8:Gc4+", "oh762m333", "Kx2b"));
    assertEquals(Reason.NO_ICE_RESTART, refusal.reason());
  }

  /** The self-check may not go by what was heard some seconds ago. */
  @Test
  void saysWhenAskedThatTheProcessIsGoneWhichSeemsToServe() {
    node.health().ask(node.api());
    assertInstanceOf(NodeState.Ready.class, node.look());
    srs.close();

    NodeState.Failed failed = assertInstanceOf(NodeState.Failed.class, node.look());

    assertTrue(failed.reason().contains(srs.base().toString()), failed.reason());
    assertInstanceOf(NodeState.Ready.class, node.state(), "only its turn changes that");
  }
}
