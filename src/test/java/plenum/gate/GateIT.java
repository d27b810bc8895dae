package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.http.Problem;
import plenum.testing.Browser;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.RawHttp;
import plenum.testing.RawHttp.Answer;
import plenum.testing.SignalClient;

/** What every request to a running server passes, and what every answer has. */
@Quick
@OnBothReleases
class GateIT {

  private static final String VIA = "X-Forwarded-For: 203.0.113.7";
  private static PlenumServer server;

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.http.hosts", "meet.example",
                "plenum.pace.names-per-person", "3",
                "plenum.pace.rooms-per-person", "3"));
  }

  @AfterAll
  static void stop() {
    String printed = server.stop().output();
    assertFalse(printed.contains("\tat "), "no stack of what clients sent: " + printed);
  }

  private static Answer ask(String first, String host, String... more) {
    List<String> lines = new ArrayList<>(List.of(first + " HTTP/1.1", "Host: " + host));
    lines.addAll(List.of(more));
    return RawHttp.ask(server, lines.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/me",
        "GET /api/settings",
        "GET /health",
        "GET /metrics",
        "GET /nowhere",
        "GET /resources/../api/me",
        "GET /resources/%2e%2e/api/me",
        "POST /rtc/v1/whip/",
        "GET /api/v1/versions",
        "GET /live/a/b.flv"
      })
  void answersToItsOwnNamesOnly(String request) {
    Answer other = ask(request, "evil.example");
    assertEquals(421, other.status(), other.text());
    assertTrue(other.text().contains("plenum.http.hosts"), other.text());
    assertFalse(other.text().contains("Set-Cookie"), other.text());

    assertTrue(ask(request, "meet.example").status() != 421);
    assertTrue(ask(request, "127.0.0.1:" + server.port()).status() != 421);
  }

  @Test
  void opensNoWebSocketByAnotherName() {
    String[] upgrade = {
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Origin: http://evil.example",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
    };

    assertEquals(421, ask("GET /signal", "evil.example", upgrade).status());
  }

  @Test
  void showsAPageThatSaysWhichSettingToChange() {
    Answer page = ask("GET /rooms", "evil.example:8090", "Accept: text/html");

    assertEquals(421, page.status());
    assertTrue(page.text().contains("plenum.http.hosts=evil.example"), page.text());
    assertTrue(page.header("Content-Security-Policy").isPresent());
  }

  @Test
  void saysThatItLivesByEveryNameAndToEverybody() {
    assertEquals(200, ask("GET /health/live", "evil.example").status());
    assertEquals(200, ask("GET /health/live", "localhost", VIA).status());
  }

  @ParameterizedTest
  @CsvSource({"GET /metrics", "GET /openapi"})
  void keepsWhatOperatorsNeedToThem(String request) {
    assertEquals(200, ask(request, "localhost").status());

    Answer other = ask(request, "localhost", VIA);
    assertEquals(403, other.status());
    assertTrue(other.text().contains("\"code\":\"operators-only\""), other.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/", "/health/ready", "/health/x/../ready"})
  void tellsOthersOnlyWhetherItIsUp(String path) {
    Answer own = ask("GET " + path, "localhost");
    assertEquals(200, own.status());
    assertTrue(own.text().contains("plenum"), own.text());

    Answer other = ask("GET " + path, "localhost", VIA);
    assertEquals(200, other.status());
    assertTrue(other.text().endsWith("{\"status\":\"UP\"}"), other.text());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /resources,301",
    "GET /resources/css,301",
    "GET /WEB-INF/web.xml,404",
    "GET /nowhere,404",
    "TRACE /,405",
    "BREW /,405",
    "PUT /rooms,405",
    "OPTIONS /,204",
    "OPTIONS *,204",
    "OPTIONS /api/me,200",
    "GET /api/application.wadl,404",
    "GET /rtc/application.wadl,404",
    "GET /a%2,400",
    "GET /signal,404",
    "GET /health/live,200",
    "GET /rooms,200"
  })
  void everyAnswerHasTheHeadersAndNamesNoServer(String request, int status) {
    Answer answer = ask(request, "localhost");

    assertEquals(status, answer.status(), answer.text());
    assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
    assertTrue(answer.header("Content-Security-Policy").isPresent(), answer.text());
    assertFalse(answer.text().contains("Payara"), answer.text());
    assertFalse(answer.text().contains("GlassFish"), answer.text());
    assertTrue(answer.header("Server").isEmpty(), answer.text());
  }

  /** One comes behind the content of some clients. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r\n\r\n"})
  void passesOverEmptyLinesBeforeARequest(String lines) {
    try (RawHttp client = new RawHttp(server)) {
      String named =
          "PUT /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
      client.send(lines + named + "Content-Length: 14\r\n\r\n{\"name\":\"Ada\"}");
      assertEquals(200, client.answer(Duration.ofSeconds(10)).status());

      Answer page =
          client
              .send(lines + "GET /rooms HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .answer(Duration.ofSeconds(10));
      assertEquals(200, page.status(), page.text());
    }
  }

  /** What the container answers before anybody sees a request, and what it would take. */
  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1,400",
    "GET / HTTP/7.7;Host: localhost,505",
    "CONNECT localhost:80 HTTP/1.1;Host: localhost,405",
    "GET / HTTP/1.1;Host: localhost;Expect: beer,417",
    "GET ftp://localhost/rooms HTTP/1.1;Host: localhost,400",
    "GET rooms HTTP/1.1;Host: localhost,400",
    "GET /%00 HTTP/1.1;Host: localhost,400",
    "GET / HTTP/1.1;Host: localhost;Host: evil.example,400",
    "GET / HTTP/1.1;Host:,400",
    "GET / HTTP/1.1;Host: localhost:80@evil.example,400",
    "PUT /api/me HTTP/1.1;Host: localhost;Content-Encoding: gzip;Content-Length: 30,415",
    "PUT /api/me HTTP/1.1;Host: localhost;Content-Length: 3;Transfer-Encoding: chunked;;0,400",
    "PUT /api/me HTTP/1.1;Host: localhost;Transfer-Encoding: chunked;Content-Length: 3;;0,400",
    "PUT /api/me HTTP/1.1;Host: localhost;Transfer-Encoding: gzip,400"
  })
  void everyRefusalOfAMalformedRequestHasTheHeaders(String lines, int status) {
    Answer answer = RawHttp.ask(server, lines.split(";"));

    assertEquals(status, answer.status(), answer.text());
    assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""), answer.text());
    assertTrue(answer.header("Content-Security-Policy").isPresent(), answer.text());
    assertTrue(answer.header("Server").isEmpty(), answer.text());
    assertEquals(Problem.CONTENT_TYPE, answer.header("Content-Type").orElse(""), answer.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5;Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity"
      })
  void saysThatTheEndOfARequestIsNotClear(String headers) {
    String lines = "PUT /api/me HTTP/1.1;Host: localhost;" + headers + ";;0";
    Answer answer = RawHttp.ask(server, lines.split(";"));

    assertEquals(400, answer.status(), answer.text());
    assertTrue(answer.text().contains("Where the request ends"), answer.text());
    assertTrue(answer.closed());
  }

  /** Its streams would keep a thread each for clients that give no window (decision 0024). */
  @ParameterizedTest
  @ValueSource(
      strings = {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"})
  void speaksNoSecondVersionOfHttp(String beginning) {
    try (RawHttp client = new RawHttp(server)) {
      client.send(beginning);
      Answer answer = client.answer(Duration.ofSeconds(10));

      assertEquals(400, answer.status(), answer.text());
      assertTrue(answer.text().contains("Speak HTTP/1.1"), answer.text());
      assertTrue(answer.closed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2c", "TLS/1.2", "IRC/6.9, h2c"})
  void passesOverAWishForAnotherProtocol(String protocol) {
    String wish =
        " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nUpgrade: "
            + protocol
            + "\r\n";
    try (RawHttp client = new RawHttp(server)) {
      client.send("PUT /api/me" + wish + "Transfer-Encoding: chunked\r\n");
      client.send("Content-Type: application/json\r\n\r\ne\r\n{\"name\":\"Ada\"}\r\n0\r\n\r\n");
      Answer named = client.answer(Duration.ofSeconds(10));
      assertEquals(200, named.status(), named.text());
      assertFalse(named.closed());

      Answer page = client.send("GET /rooms" + wish + "\r\n").answer(Duration.ofSeconds(10));
      assertEquals(200, page.status(), page.text());
      assertTrue(page.header("Upgrade").isEmpty(), page.text());
      assertFalse(page.closed());

      Answer refused = client.send("GET /a%2" + wish + "\r\n").answer(Duration.ofSeconds(10));
      assertEquals(400, refused.status(), refused.text());
      assertTrue(refused.header("Content-Type").isPresent(), refused.text());
    }
  }

  /** Nothing of the content was sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /rtc/v1/whip/",
        "POST /rtc/v1/whep/",
        "POST /api/v1/clients/",
        "DELETE /api/v1/clients/x",
        "POST /api/admin/announcements",
        "PUT /api/admin/settings/plenum.rooms.max"
      })
  void whoMayNotIsToldBeforeTheContentComes(String request) {
    Answer answer = ask(request, "localhost", "Content-Length: 500");

    assertEquals(401, answer.status(), answer.text());
    assertTrue(answer.header("Content-Type").orElse("").startsWith("application/problem+json"));
    assertTrue(answer.closed());
  }

  /** Where people have accounts, strangers would see a page without logging in. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/../rooms", "/api/%2e%2e/rooms", "/rtc/x/../../rooms", "/rooms"})
  void takesAPageForOneHoweverItIsAskedFor(String path) {
    Answer page = ask("GET " + path, "localhost");

    assertEquals(200, page.status(), page.text());
    assertTrue(page.header("Set-Cookie").isPresent(), page.text());
  }

  @Test
  void redirectsNameNoHost() {
    assertEquals("/resources/", ask("GET /resources", "evil.example").header("Location").get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta.faces.ViewState=abcd", "jakarta.faces.ViewState=1:2", "a=b"})
  void aFormOfAViewThatIsGoneLeadsBackToItsPage(String form) {
    Answer answer =
        ask(
            "POST /rooms",
            "localhost",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + form.length(),
            "",
            form);

    assertTrue(answer.status() == 302 || answer.status() == 200, answer.text());
    assertTrue(
        answer.status() == 200 || answer.header("Location").get().startsWith("/rooms"),
        answer.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /rooms", "POST /", "POST /nowhere", "PUT /api/me"})
  void refusesContentInParts(String request) {
    Answer answer =
        ask(
            request,
            "localhost",
            "Content-Type: multipart/form-data",
            "Content-Length: 3",
            "",
            "abc");

    assertEquals(415, answer.status(), answer.text());
    assertTrue(answer.text().contains("\"code\":\"unsupported-coding\""), answer.text());
  }

  /** As often as people do is far below; a busy machine may let one more through. */
  @Test
  void refusesWhoChoosesNamesOrMakesRoomsAsProgramsDo() {
    Browser ada = Browser.named(server, "Ada");
    HttpResponse<String> renamed = ada.rename("Ada 0");
    for (int time = 1; time < 100 && renamed.statusCode() == 200; time++) {
      renamed = ada.rename("Ada " + time);
    }
    assertEquals(429, renamed.statusCode(), renamed.body());
    assertTrue(renamed.body().contains("\"code\":\"too-often\""), renamed.body());
    assertTrue(renamed.headers().firstValue("Retry-After").isPresent());

    try (SignalClient signal = SignalClient.connect(server, ada)) {
      for (int time = 0; time < 20; time++) {
        signal.send("{\"type\":\"create-room\",\"name\":\"Room %d\"}".formatted(time));
      }
      assertEquals("too-often", signal.await("error").getString("code"));
    }
  }
}
