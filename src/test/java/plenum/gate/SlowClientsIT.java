package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.Browser;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;
import plenum.testing.RawHttp.Answer;
import plenum.testing.SignalClient;

/** Clients that send or read slowly harm nobody but themselves. */
class SlowClientsIT {

  /** More than the container has threads. */
  private static final int MANY = 250;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static PlenumServer server;

  private final List<RawHttp> clients = new ArrayList<>();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.http.body-time", "3s",
                "plenum.http.head-time", "3s",
                "plenum.http.read-time", "3s"));
  }

  @AfterAll
  static void stop() {
    String printed = server.stop().output();
    assertFalse(printed.contains("\tat "), "no stack of what clients sent: " + printed);
  }

  @AfterEach
  void closeAll() {
    clients.forEach(RawHttp::close);
  }

  private RawHttp client() {
    RawHttp client = new RawHttp(server);
    clients.add(client);
    return client;
  }

  private static String head(String first, String... more) {
    return first + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", more) + "\r\n";
  }

  /** Somebody new opens a page, chooses a name and joins a room. */
  private static void meet() {
    assertEquals(200, RawHttp.ask(server, "GET /rooms HTTP/1.1", "Host: localhost").status());
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      String name = "Calm " + UUID.randomUUID();
      ada.send("{\"type\":\"create-room\",\"request\":1,\"name\":\"" + name + "\"}");
      ada.await("room-created");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /api/me",
        "POST /rooms",
        "POST /rtc/v1/publish/",
        "POST /api/hooks/srs",
        "POST /nowhere"
      })
  void manyWhoSendSlowlyDoNotHinderOthers(String request) {
    for (int i = 0; i < MANY; i++) {
      client().send(head(request, "Content-Length: 5000") + "\r\n{");
    }

    meet();
  }

  @Test
  void manyWhoSendPiecesDoNotHinderOthers() {
    for (int i = 0; i < MANY; i++) {
      client().send(head("PUT /api/me", "Transfer-Encoding: chunked") + "\r\n1\r\n{\r\n");
    }

    meet();
  }

  @Test
  void manyWhoDoNotReadDoNotHinderOthers() {
    String question = head("GET /resources/lib/mpegts/mpegts.js") + "\r\n";
    for (int i = 0; i < MANY; i++) {
      client().send(question.repeat(20));
    }

    meet();
  }

  @Test
  void whoSendsTooSlowlyIsToldAndTheConnectionEnds() {
    Answer answer =
        client()
            .send(head("PUT /api/me", "Content-Type: application/json", "Content-Length: 9"))
            .send("\r\n{")
            .answer(PATIENCE);

    assertEquals(408, answer.status());
    assertTrue(answer.text().contains("\"code\":\"too-slow\""), answer.text());
    assertTrue(answer.closed());
  }

  @Test
  void whoDoesNotEndTheFirstLinesIsDisconnected() {
    Answer answer = client().send("GET /rooms HTTP/1.1\r\nHost: loc").answer(PATIENCE);

    assertEquals("", answer.text());
    assertTrue(answer.closed());
  }

  @Test
  void contentThatComesInPiecesIsTaken() throws InterruptedException {
    RawHttp client = client();
    client.send(head("PUT /api/me", "Content-Type: application/json", "Content-Length: 14"));
    client.send("\r\n{\"name\"");
    Thread.sleep(200); // So that it travels on its own.
    Answer answer = client.send(":\"Eve\"}").answer(PATIENCE);

    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("\"name\":\"Eve\""), answer.text());
    assertFalse(answer.closed());
  }

  @Test
  @OnBothReleases
  void whoAsksForHttp2IsServed() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 3; i++) {
      HttpRequest rename =
          HttpRequest.newBuilder(server.url("/api/me"))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"Eve\"}"))
              .build();
      HttpRequest page = HttpRequest.newBuilder(server.url("/rooms")).build();
      assertEquals(200, client.send(rename, BodyHandlers.discarding()).statusCode());
      assertEquals(200, client.send(page, BodyHandlers.discarding()).statusCode());
    }
  }

  @Test
  @OnBothReleases
  void whoWaitsToBeToldToGoOnIsTold() {
    RawHttp client = client();
    client.send(
        head(
            "PUT /api/me",
            "Content-Type: application/json",
            "Expect: 100-continue",
            "Content-Length: 14"));
    assertEquals(100, client.send("\r\n").answer(Duration.ofSeconds(2)).status());

    assertEquals(200, client.send("{\"name\":\"Eve\"}").answer(PATIENCE).status());
  }

  @Test
  void whoHasNoTicketIsToldBeforeTheContent() {
    Answer answer =
        client()
            .send(head("POST /rtc/v1/whip/?app=live&stream=x", "Content-Length: 5000") + "\r\n")
            .answer(PATIENCE);

    assertEquals(401, answer.status());
    assertTrue(answer.closed());
  }
}
