package plenum.media.srs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.media.StreamPublished;
import plenum.media.StreamUnpublished;
import plenum.media.node.Nodes;
import plenum.media.stream.MediaFixture;
import plenum.testing.Actors;

class HookDoorTest {

  private static final String SECRET = "s".repeat(32);

  private final FakeSrs srs = new FakeSrs();
  private final MediaFixture media =
      new MediaFixture(
          Map.of(
              "plenum.media.nodes",
              srs.base().toString(),
              "plenum.media.srs.hook-secret",
              SECRET,
              "plenum.media.srs.hook-addresses",
              "10.0.0.9"));
  private final SrsFleet fleet = new SrsFleet(media.settings, media.placement, media.board);
  private final SrsNode node = fleet.all().get(0);
  private final HookDoor door =
      new HookDoor(
          media.settings,
          fleet,
          media.doorkeeper,
          media.placement,
          new Nodes(media.placement, fleet.nodes(), event -> {}));
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");

  @BeforeEach
  void hearOfTheNode() {
    node.health().ask(node.api());
    node.publications().offered(new OnAir(camera, true, true, "H264"));
    srs.requests.clear();
  }

  @AfterEach
  void stop() {
    srs.close();
  }

  private String publishTicket() {
    return media.streams.publishTicket(Actors.known("ada"), camera).text();
  }

  private String body(String action, String client, String param) {
    return """
    {"server_id":"vid-fake","action":"%s","client_id":"%s","app":"group","stream":"%s","param":"%s"}\
    """
        .formatted(action, client, camera.name(), param);
  }

  private Optional<Reason> answer(String action, String client, String param) {
    HookCall call = HookCall.read(body(action, client, param)).orElseThrow();
    return door.answer(call).map(MediaRefusal::reason);
  }

  private String whip(String ticket) {
    return "app=group&stream=" + camera.name() + "&ticket=" + ticket;
  }

  @Test
  void putsAPublisherWithATicketOnAir() {
    assertEquals(Optional.empty(), answer("on_publish", "c1", whip(publishTicket())));
    OnAir onAir = new OnAir(camera, true, true, "H264");
    assertEquals(List.of(new StreamPublished(onAir)), media.events);
    assertEquals(Optional.empty(), answer("on_unpublish", "c1", ""));
    assertEquals(new StreamUnpublished(camera), media.events.get(1));
    assertEquals(2, door.told());
  }

  @Test
  void understandsAllThreeShapesOfParam() {
    for (String param : List.of("%s", "?ticket=%s&upstream=rtc", "?ticket=%s")) {
      String ticket = publishTicket();
      String text = param.equals("%s") ? whip(ticket) : param.formatted(ticket);
      assertEquals(Optional.empty(), answer("on_publish", "c-" + param.length(), text), param);
    }
  }

  @Test
  void givesTheSameClientTheSameAnswerAgain() {
    String param = whip(publishTicket());
    assertEquals(Optional.empty(), answer("on_publish", "c1", param));
    assertEquals(Optional.empty(), answer("on_publish", "c1", param));
    assertEquals(1, media.events.size());
  }

  @Test
  void refusesATicketThatAnotherClientUsed() {
    String param = whip(publishTicket());
    answer("on_publish", "c1", param);
    assertEquals(Optional.of(Reason.TICKET_USED), answer("on_publish", "c2", param));
  }

  @Test
  void kicksAWebRtcPublisherBeforeItRefusesIt() {
    srs.client("c9", camera.path(), true);
    assertEquals(Optional.of(Reason.TICKET_INVALID), answer("on_publish", "c9", whip("forged")));
    assertEquals(List.of("DELETE /api/v1/clients/c9"), srs.requests);
    assertEquals(Map.of(), srs.clients);
  }

  @Test
  void kicksNobodyThatSrsEndsItself() {
    assertEquals(Optional.of(Reason.NO_TICKET), answer("on_publish", "c9", "?foo=1"));
    assertEquals(Optional.of(Reason.NO_TICKET), answer("on_play", "c9", "app=group&stream=x"));
    assertEquals(List.of(), srs.requests);
  }

  @Test
  void refusesATicketForPlayingToAPublisher() {
    String ticket = media.streams.playTicket(Actors.known("bob"), camera).text();
    assertEquals(
        Optional.of(Reason.TICKET_FOR_SOMETHING_ELSE), answer("on_publish", "c1", whip(ticket)));
    assertEquals(Optional.empty(), answer("on_play", "c2", whip(ticket)));
  }

  @Test
  void refusesAStreamThatIsClosed() {
    String param = whip(publishTicket());
    media.streams.close(camera);
    assertEquals(Optional.of(Reason.STREAM_CLOSED), answer("on_publish", "c1", param));
  }

  @Test
  void refusesNamesThatPlenumNeverGave() {
    String body =
        """
        {"server_id":"vid-fake","action":"on_publish","client_id":"c1","app":"a/b","stream":"x.y","param":""}\
        """;
    HookCall call = HookCall.read(body).orElseThrow();
    assertEquals(Optional.of(Reason.STREAM_CLOSED), door.answer(call).map(MediaRefusal::reason));
  }

  @Test
  void refusesAnSrsThatItDoesNotKnow() {
    String body = body("on_publish", "c1", whip(publishTicket())).replace("vid-fake", "vid-other");
    HookCall call = HookCall.read(body).orElseThrow();
    assertEquals(Optional.of(Reason.UNAVAILABLE), door.answer(call).map(MediaRefusal::reason));
  }

  @Test
  void namesThePlaylistsStream() {
    String body =
        """
        {"server_id":"vid-fake","action":"on_play","client_id":"c1","app":"group","stream":"abc.m3u8","param":"?t=1"}\
        """;
    assertEquals(
        Optional.of(new StreamId("group", "abc")), HookCall.read(body).orElseThrow().stream());
  }

  @Test
  void acceptsWhatItHasNoOpinionOf() {
    for (String action : List.of("on_stop", "on_dvr", "on_hls", "on_close", "on_new")) {
      assertEquals(Optional.empty(), answer(action, "c1", ""));
    }
  }

  @Test
  void readsNothingButHooks() {
    for (String body : List.of("", "[]", "{}", "{\"action\":7}", "[".repeat(5000))) {
      assertEquals(Optional.empty(), HookCall.read(body), body);
    }
  }

  @Test
  void listensToTheSitesNodesWithTheSecretOnly() throws UnknownHostException {
    InetAddress here = InetAddress.getLoopbackAddress();
    assertTrue(door.isSrs(Optional.of(SECRET), here));
    assertTrue(door.isSrs(Optional.of(SECRET), InetAddress.getByName("10.0.0.9")));
    assertFalse(door.isSrs(Optional.of(SECRET), InetAddress.getByName("10.0.0.8")));
    assertFalse(door.isSrs(Optional.of("wrong"), here));
    assertFalse(door.isSrs(Optional.empty(), here));
  }

  @Test
  void listensToNobodyWithoutNodes() {
    var embedded = new MediaFixture(Map.of("plenum.media.srs.hook-secret", SECRET));
    var none = new SrsFleet(embedded.settings, embedded.placement, embedded.board);
    var shut =
        new HookDoor(
            embedded.settings,
            none,
            embedded.doorkeeper,
            embedded.placement,
            new Nodes(embedded.placement, List.of(), event -> {}));
    assertFalse(shut.isSrs(Optional.of(SECRET), InetAddress.getLoopbackAddress()));
  }

  @Test
  void judgesForAProxyWithoutUsingTheTicketUp() {
    ProxyDoor proxy = new ProxyDoor(media.doorkeeper);
    String uri = "/rtc/v1/whip/?" + whip(publishTicket());
    assertEquals(204, proxy.judge(uri, "POST", Optional.empty()));
    assertEquals(204, proxy.judge(uri, "POST", Optional.empty()));
    assertEquals(403, proxy.judge(uri.replace("whip", "whep"), "POST", Optional.empty()));
    String bare = "/rtc/v1/whip/?app=group&stream=" + camera.name();
    assertEquals(401, proxy.judge(bare, "POST", Optional.empty()));
    assertEquals(204, proxy.judge(bare, "POST", Optional.of("Bearer " + publishTicket())));
    assertEquals(403, proxy.judge(bare, "DELETE", Optional.empty()));
    assertEquals(204, proxy.judge(bare + "&token=t&session=a:b", "DELETE", Optional.empty()));
    assertEquals(403, proxy.judge("/api/v1/clients/", "GET", Optional.empty()));
  }
}
