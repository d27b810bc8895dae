package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.settings.Ending;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.PostgresServer;
import plenum.testing.SignalClient;
import plenum.testing.Waiting;

/** A running server whose database goes away, or whose files cannot be read. */
class StorageIT {

  private static Optional<PostgresServer> database = Optional.empty();
  private static PlenumServer server;

  @BeforeAll
  static void start() {
    if (PostgresServer.missing().isEmpty()) {
      database = Optional.of(new PostgresServer());
    }
    Map<String, String> settings = new HashMap<>(ManyRooms.SETTINGS);
    database.map(StorageIT::settings).ifPresent(settings::putAll);
    server = PlenumServer.start(settings);
  }

  private static Map<String, String> settings(PostgresServer postgres) {
    return Map.of(
        "plenum.store.url", postgres.freshDatabase(),
        "plenum.store.username", PostgresServer.USER,
        "plenum.store.password", PostgresServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.stop();
    database.ifPresent(PostgresServer::close);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Whether nothing waits for the database. */
  private static boolean isWritten() {
    try {
      String metrics = get("/metrics?scope=application").body();
      return metrics.matches("(?sm).*^plenum_store_waiting\\S* 0(\\.0)?\\r?$.*");
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static JsonObject create(SignalClient client, String name) {
    client.send("{\"type\":\"create-room\",\"name\":\"%s\"}".formatted(name));
    return client.await("room-created").getJsonObject("room");
  }

  /** Until the lobby says so: with the room itself where it is told of late, else by a change. */
  private static void awaitAtRisk(SignalClient client, String room, boolean atRisk) {
    client.awaitChange(
        "lobby-changed",
        List.of("room-created", "room-updated"),
        change -> {
          JsonObject seen = change.getJsonObject("room");
          return seen.getString("id").equals(room) && seen.getBoolean("atRisk", false) == atRisk;
        });
  }

  private static boolean isListed(Browser browser, String room) {
    try (SignalClient client = SignalClient.connect(server, browser)) {
      client.send("{\"type\":\"watch-lobby\"}");
      return client.await("lobby").getJsonArray("rooms").toString().contains(room);
    }
  }

  /** A kill and a restart for all that outlives them, as a start takes long. */
  @Test
  void keepsOverARestartWhatItCouldNotSaveAtFirst() throws Exception {
    ManyRooms many = new ManyRooms(server, Browser.named(server, "Maker"));
    many.make();
    Waiting.until("all to be written", Duration.ofSeconds(60), StorageIT::isWritten, yes -> yes);
    server.kill();
    long killed = System.nanoTime();
    server.restart();
    System.out.printf("[rooms] up again after %d ms%n", (System.nanoTime() - killed) / 1_000_000);
    many.areThere();

    Browser adas = Browser.named(server, "Ada");
    Browser graces = Browser.named(server, "Grace");
    rejectedCall(adas, graces);
    List<String> rooms = new ArrayList<>();
    if (database.isPresent()) {
      rooms.addAll(saidToBeAtRiskAndThenKept(adas, database.get()));
      rooms.add(savedAtTheStop(graces, database.get()));
    } else {
      System.out.println("Skipped, but for calls: " + PostgresServer.missing().orElseThrow());
    }

    server.restart();

    many.areThere();
    for (String room : rooms) {
      assertTrue(isListed(adas, room));
    }
    try (SignalClient ada = SignalClient.connect(server, adas)) {
      ada.send("{\"type\":\"list-calls\"}");
      JsonObject record = ada.await("calls").getJsonArray("calls").getJsonObject(0);
      assertEquals("rejected", record.getString("outcome"));
      assertEquals("Grace", record.getJsonObject("with").getString("name").split(" ")[0]);
    }
  }

  private static void rejectedCall(Browser adas, Browser graces) {
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      String person = grace.await("welcome").getJsonObject("you").getString("id");
      ada.send("{\"type\":\"start-call\",\"person\":\"%s\"}".formatted(person));
      String call = grace.await("call").getJsonObject("call").getString("id");
      grace.send("{\"type\":\"reject-call\",\"call\":\"%s\"}".formatted(call));
      ada.await("call-recorded");
    }
  }

  private static List<String> saidToBeAtRiskAndThenKept(Browser adas, PostgresServer database)
      throws Exception {
    try (SignalClient ada = SignalClient.connect(server, adas)) {
      ada.send("{\"type\":\"watch-lobby\"}");
      ada.await("lobby");
      database.stop();
      JsonObject created = create(ada, "First");
      String first = created.getString("id");
      if (!created.getBoolean("atRisk", false)) { // Not missed yet.
        awaitAtRisk(ada, first, true);
      }

      HttpResponse<String> ready = get("/health/ready");
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("database cannot be written since"), ready.body());
      assertEquals(200, get("/health/live").statusCode());
      assertTrue(
          get("/metrics?scope=application").body().matches("(?s).*plenum_store_failing[^\n]* 1.*"));
      JsonObject answer = create(ada, "Second");
      assertTrue(answer.getBoolean("atRisk"), answer.toString());
      String second = answer.getString("id");
      assertEquals(
          2, server.output().split("The database does not answer", -1).length, server.output());
      assertFalse(server.output().contains("\tat "), server.output());

      database.start();
      awaitAtRisk(ada, second, false);
      assertEquals(200, get("/health/ready").statusCode());
      return List.of(first, second);
    }
  }

  /** A room that the database did not hear of before the stop. */
  private static String savedAtTheStop(Browser graces, PostgresServer database) {
    try (SignalClient grace = SignalClient.connect(server, graces)) {
      grace.send("{\"type\":\"watch-lobby\"}");
      grace.await("lobby");
      database.stop();
      JsonObject created = create(grace, "Third");
      String room = created.getString("id");
      if (!created.getBoolean("atRisk", false)) {
        awaitAtRisk(grace, room, true);
      }
      database.start();
      return room;
    }
  }

  @Test
  void keepsASecondServerOffItsDirectory() {
    PlenumServer second =
        PlenumServer.prepare(Map.of("plenum.data.dir", server.dataDir().toString()));
    second.launch();
    PlenumServer.Ending ending = second.awaitEnd();

    assertEquals(Ending.EXIT, ending.exit());
    assertTrue(
        ending.output().contains("Plenum cannot start. Another Plenum uses the data directory"),
        ending.output());
    assertTrue(ending.output().contains("process %d on".formatted(server.pid())), ending.output());
    assertFalse(ending.output().contains("\tat "), ending.output());
    assertTrue(server.isAlive());
  }

  @Test
  void endsWithOneSentenceAboutAFileThatItMustNotTouch() throws IOException {
    endsBecauseOf("format", "99\n", "a newer one wrote it");
    endsBecauseOf("secret", "short", "has 5 characters");
  }

  private static void endsBecauseOf(String file, String text, String told) throws IOException {
    PlenumServer other = PlenumServer.prepare(Map.of());
    Files.writeString(other.dataDir().resolve(file), text);
    other.launch();
    PlenumServer.Ending ending = other.awaitEnd();

    assertEquals(Ending.EXIT, ending.exit());
    assertTrue(ending.output().contains("Plenum cannot start."), ending.output());
    assertTrue(ending.output().contains(told), ending.output());
    assertFalse(ending.output().contains("\tat "), ending.output());
    assertEquals(text, Files.readString(other.dataDir().resolve(file)));
  }
}
