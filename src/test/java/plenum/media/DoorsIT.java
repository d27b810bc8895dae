package plenum.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;
import plenum.testing.Waiting;

/** The doors of a real server: one that asks for tickets, and one that is open. */
@Quick
@OnBothReleases
class DoorsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String OFFER = resource("/plenum/engine/sdp/chromium-publish.sdp");

  /** Lists of SRS are up to 4 s old, those of the engine are not. */
  private static final Duration LISTED = Duration.ofSeconds(20);

  private static final String PORTAL = "https://portal.example";

  private static PlenumServer closed;
  private static PlenumServer open;

  @BeforeAll
  static void startServers() {
    closed = PlenumServer.shared();
    open =
        PlenumServer.start(
            Map.of(
                "plenum.media.open", "true",
                "plenum.media.cors", PORTAL,
                "plenum.media.api.username", "admin",
                "plenum.media.api.password", "sesame"));
  }

  @AfterAll
  static void stopServers() {
    open.stop();
  }

  private static String resource(String name) {
    try (InputStream file = DoorsIT.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> send(PlenumServer server, String method, String path) {
    return send(server, method, path, "", "Accept", "*/*");
  }

  private static HttpResponse<String> post(PlenumServer server, String path, String body) {
    return send(server, "POST", path, body, "Content-Type", "application/sdp");
  }

  private static HttpResponse<String> send(
      PlenumServer server, String method, String path, String body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(server.url(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .headers(headers)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> manage(String method, String path) {
    String credentials = Base64.getEncoder().encodeToString("admin:sesame".getBytes());
    return send(open, method, path, "", "Authorization", "Basic " + credentials);
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static String anyStream() {
    return "app=live&stream=" + UUID.randomUUID();
  }

  private static void assertProblem(int status, String code, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(code, json(response).getString("code"));
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  /** A person who sits in a room of their own, and so may publish. */
  private record Seat(SignalClient signal) implements AutoCloseable {

    static Seat take() {
      SignalClient signal = SignalClient.connect(closed, Browser.named(closed, "Ada"));
      signal.await("welcome");
      signal.send(
          "{\"type\":\"create-room\",\"request\":1,\"name\":\"%s\"}".formatted(UUID.randomUUID()));
      String room = signal.await("room-created").getJsonObject("room").getString("id");
      signal.send(
          """
          {"type":"join-room","request":2,"room":"%s","devices":
          {"camera":true,"microphone":true,"cameraOff":false,"muted":false}}\
          """
              .formatted(room));
      signal.await("room");
      return new Seat(signal);
    }

    String publishUrl() {
      signal.send("{\"type\":\"request-publish\",\"request\":3,\"source\":\"camera\"}");
      return signal.await("ticket").getString("url");
    }

    @Override
    public void close() {
      signal.close();
    }
  }

  @Test
  void asksForATicket() {
    HttpResponse<String> response = post(closed, "/rtc/v1/whip/?" + anyStream(), OFFER);
    assertProblem(401, "no-ticket", response);
    assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
  }

  @Test
  void refusesAForgedTicket() {
    HttpResponse<String> response =
        post(closed, "/rtc/v1/whep/?" + anyStream() + "&ticket=forged", OFFER);
    assertProblem(403, "ticket-invalid", response);
  }

  @Test
  void publishesWithTheTicketThatAPageGets() {
    try (Seat seat = Seat.take()) {
      HttpResponse<String> response = post(closed, seat.publishUrl(), OFFER);
      assertEquals(201, response.statusCode(), response.body());
      assertTrue(response.body().startsWith("v=0"));
    }
  }

  @Test
  void refusesATicketThatWasUsed() {
    try (Seat seat = Seat.take()) {
      String url = seat.publishUrl();
      post(closed, url, OFFER);
      assertProblem(403, "ticket-used", post(closed, url, OFFER));
    }
  }

  @Test
  void letsAPublisherReplaceItsOwnEarlierSession() {
    try (Seat seat = Seat.take()) {
      post(closed, seat.publishUrl(), OFFER);
      assertEquals(201, post(closed, seat.publishUrl(), OFFER).statusCode());
    }
  }

  @Test
  void refusesAnOfferThatIsNone() {
    assertProblem(
        400, "malformed-offer", post(open, "/rtc/v1/whip/?" + anyStream(), "not an offer"));
  }

  @Test
  void refusesABadName() {
    assertProblem(400, "bad-name", post(open, "/rtc/v1/whip/?app=live&stream=a.b", OFFER));
  }

  @Test
  void refusesAnOfferWithoutACodecThatPasses() {
    String offer = OFFER.replaceAll("(?i)(opus|VP8|VP9|H264|AV1|H265|rtx)/", "X-$1/");
    assertProblem(406, "no-common-codec", post(open, "/rtc/v1/whip/?" + anyStream(), offer));
  }

  @Test
  void refusesASecondPublisherOfTheSameStream() {
    String url = "/rtc/v1/whip/?" + anyStream();
    assertEquals(201, post(open, url, OFFER).statusCode());
    assertProblem(409, "stream-busy", post(open, url, OFFER));
  }

  @Test
  void answersAnOfferAsSrsDoes() {
    HttpResponse<String> response =
        post(open, "/rtc/v1/whip/?app=live&stream=" + UUID.randomUUID(), OFFER);
    assertEquals("application/sdp", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        location(response)
            .matches(
                "/rtc/v1/whip/\\?action=delete&token=[^&]+&app=live&stream=[^&]+&session=[^&:]+:.+"),
        location(response));
  }

  @Test
  void freesTheNameOfASessionThatIsDeleted() {
    String url = "/rtc/v1/whip/?" + anyStream();
    String location = location(post(open, url, OFFER));
    assertEquals(200, send(open, "DELETE", location).statusCode());
    assertEquals(201, post(open, url, OFFER).statusCode());
  }

  @Test
  void answersTheDeletionOfAnUnknownSessionAsSrsDoes() {
    assertEquals(
        200,
        send(open, "DELETE", "/rtc/v1/whip/?action=delete&token=x&app=a&stream=b&session=c:d")
            .statusCode());
  }

  @Test
  void worksWithoutTheLastSlash() {
    assertEquals(201, post(open, "/rtc/v1/whip?" + anyStream(), OFFER).statusCode());
  }

  @Test
  void takesAnOfferOfAnyContentType() {
    HttpResponse<String> response =
        send(
            open,
            "POST",
            "/rtc/v1/whip/?" + anyStream(),
            OFFER,
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertEquals(201, response.statusCode(), response.body());
  }

  @Test
  void refusesContentThatIsTooLong() {
    assertProblem(413, "too-long", post(open, "/rtc/v1/whip/?" + anyStream(), "x".repeat(70_000)));
  }

  @Test
  void refusesOtherMethods() {
    for (String method : new String[] {"GET", "PUT", "PATCH"}) {
      assertProblem(405, "method-not-allowed", send(open, method, "/rtc/v1/whip/?" + anyStream()));
    }
  }

  @Test
  void takesTrickledCandidatesAndRestartsIce() {
    HttpResponse<String> created = post(open, "/rtc/v1/whip/?" + anyStream(), OFFER);
    String tag = created.headers().firstValue("ETag").orElse("");
    String trickled = "a=ice-ufrag:o5FQ\r\na=ice-pwd:ztvLxOc+0V+yDclG4JBlgSVc\r\n";
    assertEquals(204, patch(location(created), trickled, tag).statusCode());
    if (open.hasSrs()) {
      assertProblem(
          422, "no-ice-restart", patch(location(created), trickled.replace("o5FQ", "p6GR"), tag));
      return;
    }
    HttpResponse<String> restarted =
        patch(location(created), trickled.replace("o5FQ", "p6GR"), "*");
    assertEquals(200, restarted.statusCode(), restarted.body());
    assertTrue(restarted.body().contains("a=ice-ufrag:"), restarted.body());
    assertFalse(restarted.headers().firstValue("ETag").orElse("").equals(tag));
    assertProblem(412, "precondition-failed", patch(location(created), trickled, tag));
  }

  private static HttpResponse<String> patch(String location, String fragment, String ifMatch) {
    return send(
        open,
        "PATCH",
        location,
        fragment,
        "Content-Type",
        "application/trickle-ice-sdpfrag",
        "If-Match",
        ifMatch);
  }

  @Test
  void letsAListedOriginReadTheLocation() {
    HttpResponse<String> response =
        send(open, "OPTIONS", "/rtc/v1/whip/?" + anyStream(), "", "Origin", PORTAL);
    assertEquals(200, response.statusCode());
    assertEquals(PORTAL, response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertTrue(
        response.headers().firstValue("Access-Control-Expose-Headers").orElse("").contains("Loc"));
  }

  @Test
  void letsNoOtherOriginReadAnything() {
    HttpResponse<String> response =
        send(open, "OPTIONS", "/rtc/v1/whip/", "", "Origin", "https://other.example");
    assertFalse(response.headers().firstValue("Access-Control-Allow-Origin").isPresent());
  }

  @Test
  void publishesThroughSrssJsonApi() {
    String body =
        Json.createObjectBuilder()
            .add("streamurl", "webrtc://localhost/live/" + UUID.randomUUID())
            .add("sdp", OFFER)
            .build()
            .toString();
    JsonObject answer = json(post(open, "/rtc/v1/publish/", body));
    assertEquals(0, answer.getInt("code"));
    assertTrue(answer.getString("sdp").startsWith("v=0"));
  }

  @Test
  void refusesDeeplyNestedJson() {
    HttpResponse<String> response = post(open, "/rtc/v1/play/", "{\"a\":" + "[".repeat(60_000));
    assertEquals(400, response.statusCode(), response.body());
    assertEquals(400, json(response).getInt("code"));
  }

  @Test
  void tellsItsVersionToEverybody() {
    for (String method : new String[] {"GET", "POST"}) {
      JsonObject versions = json(send(closed, method, "/api/v1/versions"));
      assertEquals(0, versions.getInt("code"));
      assertEquals("Plenum", versions.getJsonObject("data").getString("product"));
    }
  }

  @Test
  void keepsTheManagementApiShutUntilItIsConfigured() {
    HttpResponse<String> response = send(closed, "GET", "/api/v1/clients/");
    assertProblem(401, "not-authorized", response);
    assertTrue(response.body().contains("plenum.media.api.password"));
  }

  @Test
  void asksForThePasswordOfTheManagementApi() {
    for (String path : new String[] {"clients/", "streams/", "summaries", "clients/x"}) {
      assertEquals(401, send(open, "GET", "/api/v1/" + path).statusCode());
    }
    assertEquals(401, send(open, "DELETE", "/api/v1/clients/x").statusCode());
  }

  @Test
  void listsAndKicksAPublisher() {
    String stream = UUID.randomUUID().toString();
    post(open, "/rtc/v1/whip/?app=live&stream=" + stream, OFFER);
    JsonObject client =
        Waiting.until("it listed", LISTED, () -> client(stream), Optional::isPresent).orElseThrow();
    assertEquals("rtc-publish", client.getString("type"));
    HttpResponse<String> kicked = manage("DELETE", "/api/v1/clients/" + client.getString("id"));
    assertEquals(0, json(kicked).getInt("code"));
    assertEquals(201, post(open, "/rtc/v1/whip/?app=live&stream=" + stream, OFFER).statusCode());
  }

  private static Optional<JsonObject> client(String stream) {
    return json(manage("GET", "/api/v1/clients/?count=1000"))
        .getJsonArray("clients")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(entry -> entry.getString("name").equals(stream))
        .findFirst();
  }

  @Test
  void answersUnknownIdsWithSrssCodes() {
    assertEquals(2049, json(manage("GET", "/api/v1/clients/none")).getInt("code"));
    assertEquals(2048, json(manage("GET", "/api/v1/streams/none")).getInt("code"));
  }

  @Test
  void warnsThatTheDoorsAreOpen() {
    assertTrue(open.output().contains("plenum.media.open is true"));
    assertFalse(closed.output().contains("plenum.media.open is true"));
  }

  @Test
  void showsSessionsAndDatagramsAmongTheMetrics() {
    String metrics = send(open, "GET", "/metrics").body();
    assertTrue(metrics.contains("plenum_media_sessions"), metrics);
    assertTrue(metrics.contains("plenum_media_datagrams_over_limit"), metrics);
    assertTrue(metrics.contains("plenum_media_tcp_refused"), metrics);
    assertTrue(metrics.contains("plenum_media_loop_cpu_seconds{"), metrics);
  }
}
