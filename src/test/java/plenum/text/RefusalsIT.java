package plenum.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Every door of a running server refuses in its reader's language, and by the same code. */
class RefusalsIT {

  private static final String STREAM = "app=live&stream=";

  /** As the other one, and nobody there needs a ticket. */
  private static PlenumServer open;

  private final PlenumServer server = PlenumServer.shared();

  @BeforeAll
  static void startAnOpenServer() {
    open =
        PlenumServer.start(
            Map.of(
                "plenum.media.open", "true",
                "plenum.media.api.username", "admin",
                "plenum.media.api.password", "sesame"));
  }

  @AfterAll
  static void stopIt() {
    open.stop();
  }

  private static String say(Locale language, String key, Object... values) {
    String sentence = Texts.of(language).say(Sentence.of(key, values));
    assertTrue(!sentence.equals(key), "there is a sentence for " + key);
    return sentence;
  }

  /**
   * Asks the same in German, in English and in no language, and expects the sentence of the key.
   */
  private interface Question {
    void in(Locale language, String header);
  }

  private static void inEachLanguage(Question question) {
    question.in(Locale.GERMAN, "de-AT,de;q=0.9,en;q=0.5");
    question.in(Locale.ENGLISH, "en-GB");
    question.in(Locale.ENGLISH, "");
  }

  private static SignalClient connect(PlenumServer server, Browser browser, String header) {
    return header.isEmpty()
        ? SignalClient.connect(server, browser)
        : SignalClient.connect(server, browser, Locale.forLanguageTag(header.substring(0, 5)));
  }

  private static void assertError(
      SignalClient client, String code, Locale language, String key, Object... values) {
    JsonObject error = client.await("error");
    assertEquals(code, error.getString("code"));
    assertEquals(say(language, key, values), error.getString("message"));
  }

  @Test
  void onTheWebSocket() {
    String taken = "Taken " + UUID.randomUUID();
    try (SignalClient host = SignalClient.connect(server, Browser.named(server, "Host"))) {
      host.send(createRoom(taken)).await("room-created");
      inEachLanguage(
          (language, header) -> {
            try (SignalClient ada = connect(server, Browser.named(server, "Ada"), header)) {
              ada.await("welcome");
              ada.send(createRoom(taken));
              assertError(ada, "room-name-taken", language, "room-name-taken", taken);
              ada.send(createRoom(""));
              assertError(ada, "room-name-invalid", language, "room-name-invalid");
              ada.send("{\"type\":\"join-room\",\"request\":2,\"room\":\"nowhere1\"}");
              assertError(ada, "no-such-room", language, "no-such-room.any-more");
              ada.send("{\"type\":\"leave-room\",\"request\":3}");
              assertError(ada, "not-in-a-room", language, "not-in-a-room");
              ada.send("{\"type\":\"start-call\",\"request\":4,\"person\":\"?\"}");
              assertError(ada, "person-offline", language, "person-offline.unknown");
              ada.send("[]");
              assertError(ada, "bad-message", language, "bad-message.no-object");
              ada.send("{\"type\":\"join-room\",\"room\":7}");
              assertError(ada, "bad-message", language, "bad-message.member.text", "room");
              ada.send("{\"type\":\"sing\"}");
              assertError(ada, "unknown-type", language, "unknown-type");
              ada.send("{\"type\":\"" + "x".repeat(16_384) + "\"}");
              assertError(ada, "too-long", language, "too-long", 16_384);
            }
          });
    }
  }

  private static String createRoom(String name) {
    return "{\"type\":\"create-room\",\"request\":1,\"name\":\"" + name + "\"}";
  }

  @Test
  void aStrangerAtTheWebSocket() {
    inEachLanguage(
        (language, header) -> {
          try (SignalClient stranger = connect(server, new Browser(server), header)) {
            assertError(stranger, "no-identity", language, "no-identity");
            assertEquals(4001, stranger.awaitClose());
          }
          Browser nameless = new Browser(server);
          nameless.get("/api/me");
          try (SignalClient client = connect(server, nameless, header)) {
            assertError(client, "no-name", language, "no-name");
          }
        });
  }

  @Test
  void aNameOfSomebodyWhoIsOnline() {
    Browser ada = Browser.named(server, "Ada");
    try (SignalClient online = SignalClient.connect(server, ada)) {
      String name = online.await("welcome").getJsonObject("you").getString("name");
      inEachLanguage(
          (language, header) -> {
            String wish = Json.createObjectBuilder().add("name", name).build().toString();
            assertProblem(
                send(put("/api/me", wish), header),
                409,
                "name-taken",
                language,
                "name-taken",
                name);
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":" "} | name-invalid
          {}           | name-missing
          {"name":     | bad-request
          """)
  void aNameThatCannotBeTaken(String body, String code) {
    inEachLanguage(
        (language, header) ->
            assertProblem(send(put("/api/me", body), header), 400, code, language, code));
  }

  @Test
  void anAddressWhereNothingIs() {
    inEachLanguage(
        (language, header) -> {
          var nothing = HttpRequest.newBuilder(server.url("/api/nothing"));
          assertProblem(send(nothing, header), 404, "no-such-path", language, "no-such-path");
          var method = HttpRequest.newBuilder(server.url("/api/me")).DELETE();
          assertProblem(
              send(method, header), 405, "method-not-allowed", language, "method-not-allowed");
          var foreign = put("/api/me", "{}").header("Origin", "https://evil.example");
          assertProblem(send(foreign, header), 403, "origin", language, "origin");
        });
  }

  @Test
  void anOfferWithoutATicket() {
    inEachLanguage(
        (language, header) -> {
          var offer = post(server, "/rtc/v1/whip/?" + STREAM + "s1", "v=0");
          assertProblem(send(offer, header), 401, "no-ticket", language, "no-ticket");
          var forged = post(server, "/rtc/v1/whip/?" + STREAM + "s1&ticket=forged", "v=0");
          assertProblem(send(forged, header), 403, "ticket-invalid", language, "ticket-invalid");
        });
  }

  @Test
  void anOfferThatIsNone() {
    inEachLanguage(
        (language, header) -> {
          var response =
              send(post(open, "/rtc/v1/whip/?" + STREAM + UUID.randomUUID(), "no offer"), header);
          assertEquals(400, response.statusCode());
          assertEquals("malformed-offer", json(response).getString("code"));
          assertEquals(language.toLanguageTag(), contentLanguage(response));
          // Then comes what a program's author needs, in English.
          String begins =
              open.hasSrs() ? say(language, "malformed-offer.for-srs") : begin(language);
          assertTrue(json(response).getString("detail").startsWith(begins), response.body());
        });
  }

  private static String begin(Locale language) {
    return say(language, "malformed-offer.engine", "");
  }

  @Test
  void whatTheJsonDoorIsSent() {
    inEachLanguage(
        (language, header) -> {
          var response = send(post(open, "/rtc/v1/publish/", "[]"), header);
          assertEquals(400, response.statusCode());
          assertEquals(400, json(response).getInt("code"));
          assertEquals(
              say(language, "malformed-request.no-object"), json(response).getString("message"));
          assertEquals(language.toLanguageTag(), contentLanguage(response));
        });
  }

  @Test
  void whoHasNoPasswordOfTheManagementApi() {
    inEachLanguage(
        (language, header) -> {
          var closed = HttpRequest.newBuilder(server.url("/api/v1/clients/"));
          assertProblem(
              send(closed, header), 401, "not-authorized", language, "not-authorized.closed");
          var nobody = HttpRequest.newBuilder(open.url("/api/v1/clients/"));
          assertProblem(send(nobody, header), 401, "not-authorized", language, "not-authorized");
        });
  }

  private HttpRequest.Builder put(String path, String body) {
    return HttpRequest.newBuilder(server.url(path))
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder post(PlenumServer to, String path, String body) {
    return HttpRequest.newBuilder(to.url(path))
        .header("Content-Type", "application/sdp")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String acceptLanguage) {
    if (!acceptLanguage.isEmpty()) {
      request.header("Accept-Language", acceptLanguage);
    }
    return new Browser(server).send(request);
  }

  private static void assertProblem(
      HttpResponse<String> response,
      int status,
      String code,
      Locale language,
      String key,
      Object... values) {
    assertEquals(status, response.statusCode(), response.body());
    JsonObject problem = json(response);
    assertEquals(code, problem.getString("code"));
    assertEquals(say(language, key, values), problem.getString("detail"));
    assertEquals(language.toLanguageTag(), contentLanguage(response));
  }

  private static String contentLanguage(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Language").orElse("");
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
