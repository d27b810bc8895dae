package plenum.media.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.http.Query;
import plenum.media.MediaRefusal;
import plenum.media.StreamId;
import plenum.media.stream.MediaFixture;
import plenum.media.ticket.ViewTicket;
import plenum.testing.Actors;

class LiveDoorTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final Duration LONG = Duration.ofHours(1);

  private final MediaFixture media =
      new MediaFixture(
          Map.of(
              "plenum.media.nodes", "http://127.0.0.1:1985",
              "plenum.media.srs.hook-secret", "h".repeat(32),
              "plenum.media.max-viewers", "3"));
  private final NodeWeb web = new NodeWeb();
  private final Viewings viewings = new Viewings(media.streams);
  private final LiveDoor door = door(media);
  private final StreamId camera = media.streams.open(MediaFixture.ROOM, "camera");

  LiveDoorTest() {
    media.node.serveAt(web.base());
    media.onAir(camera);
  }

  private LiveDoor door(MediaFixture fixture) {
    return new LiveDoor(
        fixture.settings,
        fixture.doorkeeper,
        fixture.streams,
        fixture.node,
        viewings,
        new NodeHttp());
  }

  @AfterEach
  void close() {
    viewings.stop();
    web.close();
  }

  /** GETs an address as the page has it. */
  private RecordingOutlet get(String address) {
    return get(address, new RecordingOutlet());
  }

  private RecordingOutlet get(String address, RecordingOutlet outlet) {
    String[] parts = address.split("\\?", 2);
    LivePath path = LivePath.parse(parts[0].substring("/live".length())).orElseThrow();
    door.serve(path, Query.parse(parts.length > 1 ? parts[1] : ""), outlet);
    return outlet;
  }

  private ViewTicket ticket(String person) {
    return media.streams.viewTicket(Actors.known(person), camera);
  }

  private String path(String end) {
    return "/live/group/" + camera.name() + end;
  }

  /** The address of a viewer's play list, from the first one. */
  private String list(String person) {
    String master = get(ticket(person).hls()).body();
    return "/live/group/" + master.lines().filter(line -> !line.startsWith("#")).findFirst().get();
  }

  private void assertRefused(int status, String code, RecordingOutlet answer) {
    assertEquals(status, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals(code, answer.code());
  }

  @Test
  void passesFlvOn() throws Exception {
    RecordingOutlet answer = get(ticket("ada").flv());
    answer.awaitSize(MEGABYTE);
    assertEquals(200, answer.status());
    assertEquals("video/x-flv", answer.header("Content-Type"));
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  @Test
  void givesTheNodeTheTicketAndNothingElseOfWhatTheClientSent() throws Exception {
    ViewTicket ticket = ticket("ada");
    get(ticket.flv() + "&x=1&y=2&token=z").awaitSize(1);
    String text = ticket.flv().substring(ticket.flv().indexOf('?'));
    assertEquals(List.of("/group/" + camera.name() + ".flv" + text), web.requests);
  }

  @Test
  void wantsATicketForEverything() {
    assertRefused(401, "no-ticket", get(path(".flv")));
    assertRefused(401, "no-ticket", get(path(".m3u8")));
    assertRefused(403, "ticket-expired", get(path("-3.ts")));
    assertRefused(403, "ticket-expired", get(path("-3.ts") + "?viewer=guessed"));
    assertRefused(403, "ticket-expired", get(path(".m3u8") + "?viewer=guessed"));
    assertRefused(403, "ticket-invalid", get(path(".flv") + "?ticket=guessed"));
    assertEquals(List.of(), web.requests);
  }

  @Test
  void takesNoTicketForPublishing() {
    String publish = media.streams.publishTicket(Actors.known("ada"), camera).text();
    assertRefused(403, "ticket-for-something-else", get(path(".flv") + "?ticket=" + publish));
  }

  @Test
  void takesNoTicketThatIsOver() {
    String old = ticket("ada").flv();
    media.clock.pass(MediaFixture.LIFETIME.plusSeconds(1));
    assertRefused(403, "ticket-expired", get(old));
  }

  @Test
  void asksTheNodeForNothingThatIsNotOnAir() {
    StreamId silent = media.streams.open(MediaFixture.ROOM, "camera");
    ViewTicket ticket = media.streams.viewTicket(Actors.known("ada"), silent);
    assertRefused(404, "not-on-air", get(ticket.flv()));
    assertRefused(404, "not-on-air", get(ticket.hls()));
    assertEquals(List.of(), web.requests);
  }

  @Test
  void refusesAStreamThatIsClosed() {
    String ticket = ticket("ada").flv();
    media.streams.close(camera);
    assertRefused(403, "stream-closed", get(ticket));
  }

  @Test
  void saysThatTheEmbeddedEngineHasNoSuchThing() {
    MediaFixture embedded = new MediaFixture();
    StreamId stream = embedded.streams.open(MediaFixture.ROOM, "camera");
    embedded.onAir(stream);
    String ticket = embedded.streams.playTicket(Actors.known("ada"), stream).text();
    RecordingOutlet answer = new RecordingOutlet();
    door(embedded).serve(new LivePath.Flv(stream), Query.parse("ticket=" + ticket), answer);
    assertRefused(503, "needs-srs", answer);
    assertEquals(
        MediaRefusal.Reason.NEEDS_SRS,
        assertThrows(
                MediaRefusal.class, () -> embedded.streams.viewTicket(Actors.known("ada"), stream))
            .reason());
  }

  @Test
  void leadsAnHlsPlayerThroughPlaylistAndSegments() {
    String list = list("ada");
    RecordingOutlet media1 = get(list);
    assertEquals("application/vnd.apple.mpegurl", media1.header("Content-Type"));
    String segment = "/live/group/" + media1.body().lines().skip(1).findFirst().get();
    assertTrue(segment.startsWith(path("-3.ts?viewer=")), segment);
    RecordingOutlet bytes = get(segment);
    assertEquals("segment /group/" + camera.name() + "-3.ts", bytes.body());
    assertEquals("video/mp2t", bytes.header("Content-Type"));
    assertEquals("/group/" + camera.name() + "-3.ts?hls_ctx=ctx1", web.requests.get(2));
  }

  @Test
  void tellsAnHlsPlayerNothingOfTheNodesSession() {
    String list = list("ada");
    assertFalse(list.contains("ctx1") || list.contains("ticket"), list);
    String body = get(list).body();
    assertFalse(body.contains("ctx1") || body.contains("ticket"), body);
  }

  @Test
  void letsAnHlsPlayerGoOnAfterItsTicketIsOver() {
    String list = list("ada");
    media.clock.pass(MediaFixture.LIFETIME.plusSeconds(1));
    assertEquals(200, get(list).status());
  }

  @Test
  void letsAViewerOfOneStreamNotFetchAnother() {
    String viewer = list("ada").replaceAll(".*viewer=", "");
    StreamId other = media.streams.open(MediaFixture.ROOM, "camera");
    media.onAir(other);
    String segment = "/live/group/" + other.name() + "-3.ts?viewer=" + viewer;
    assertRefused(403, "ticket-expired", get(segment));
  }

  @Test
  void endsEverybodyWhenTheStreamIsClosed() throws Exception {
    RecordingOutlet flv = get(ticket("ada").flv());
    flv.awaitSize(1);
    String list = list("grace");
    media.streams.close(camera);
    flv.awaitEnd();
    assertTrue(web.brokenOff.await(20, TimeUnit.SECONDS));
    assertRefused(403, "ticket-expired", get(list));
    assertEquals(0, viewings.count());
  }

  @Test
  void endsEverybodyWhenTheStreamGoesOffAir() throws Exception {
    RecordingOutlet flv = get(ticket("ada").flv());
    flv.awaitSize(1);
    media.offAir(camera);
    flv.awaitEnd();
    assertEquals(0, viewings.count());
  }

  @Test
  void endsOnlyThePersonWhoIsSentAway() throws Exception {
    RecordingOutlet flv = get(ticket("ada").flv());
    flv.awaitSize(1);
    String adas = list("ada");
    String graces = list("grace");
    media.streams.sendAway(camera, Actors.id("ada").value());
    flv.awaitEnd();
    assertRefused(403, "ticket-expired", get(adas));
    assertEquals(200, get(graces).status());
  }

  @Test
  void makesRoomWhenAViewerLeaves() throws Exception {
    RecordingOutlet first = get(ticket("p1").flv());
    first.awaitSize(1);
    list("p2");
    list("p3");
    String late = media.streams.playTicket(Actors.known("p4"), camera).text();
    assertRefused(503, "too-many-viewers", get(path(".flv") + "?ticket=" + late));
    assertThrows(MediaRefusal.class, () -> ticket("p4"));

    first.leave();
    RecordingOutlet now = get(path(".flv") + "?ticket=" + late);
    now.awaitSize(1);
    assertEquals(200, now.status());
  }

  @Test
  void takesFromTheNodeOnlyWhatTheClientTakes() throws Exception {
    RecordingOutlet slow = get(ticket("ada").flv(), new RecordingOutlet(1));
    slow.awaitSize(1);
    long before = -1;
    while (before != web.sent.get()) { // Until the network's own buffers are full.
      before = web.sent.get();
      Thread.sleep(500);
    }
    assertTrue(slow.size() < 64 * 1024, "with the client: " + slow.size());
    assertTrue(web.sent.get() < 16L * MEGABYTE, "sent by the node: " + web.sent);
  }

  @Test
  void endsAClientThatTakesNothing() throws Exception {
    RecordingOutlet slow = get(ticket("ada").flv(), new RecordingOutlet(1));
    slow.awaitSize(1);
    viewings.sweep(LONG, LONG);
    assertFalse(slow.isEnded());
    sweepUntilEnded(slow);
    assertTrue(web.brokenOff.await(20, TimeUnit.SECONDS));
    assertEquals(0, viewings.count());
  }

  /** The passage notices that its client takes nothing some time after the client took the last. */
  private void sweepUntilEnded(RecordingOutlet outlet) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!outlet.isEnded()) {
            viewings.sweep(Duration.ZERO, LONG);
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void forgetsAnHlsPlayerThatAsksNoMore() {
    String list = list("ada");
    viewings.sweep(LONG, LONG);
    assertEquals(200, get(list).status());
    viewings.sweep(LONG, Duration.ZERO);
    assertRefused(403, "ticket-expired", get(list));
  }

  @Test
  void saysThatTheNodeFails() {
    web.status = 500;
    assertRefused(503, "unavailable", get(ticket("ada").flv()));
    assertRefused(503, "unavailable", get(ticket("ada").hls()));
    assertEquals(0, viewings.count());
  }

  @Test
  void saysThatTheNodeIsGone() {
    String ticket = ticket("ada").flv();
    web.close();
    assertRefused(503, "unavailable", get(ticket));
  }

  @Test
  void saysThatThereIsNoSegmentYet() {
    web.status = 404;
    assertRefused(404, "not-on-air", get(ticket("ada").hls()));
    assertEquals(0, viewings.count());
  }

  @Test
  void endsAnHlsPlayerWhoseSessionTheNodeForgot() {
    String list = list("ada");
    web.forgetsSessions = true;
    assertRefused(404, "not-on-air", get(list));
    assertRefused(403, "ticket-expired", get(list));
  }

  @Test
  void leadsToAnotherAddressWhereTheSiteWantsThat() {
    MediaFixture proxied =
        new MediaFixture(
            Map.of(
                "plenum.media.nodes", "http://127.0.0.1:1985",
                "plenum.media.srs.hook-secret", "h".repeat(32),
                "plenum.media.http-address", "https://media.example"));
    StreamId stream = proxied.streams.open(MediaFixture.ROOM, "camera");
    ViewTicket ticket = proxied.streams.viewTicket(Actors.known("ada"), stream);
    String begin = "https://media.example/group/" + stream.name();
    assertTrue(ticket.flv().startsWith(begin + ".flv?ticket="), ticket.flv());
    assertTrue(ticket.hls().startsWith(begin + ".m3u8?ticket="), ticket.hls());
  }
}
