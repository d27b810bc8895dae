package plenum.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;
import plenum.testing.PostgresServer;
import plenum.testing.SignalClient;

/**
 * SQL, mark-up, expressions, headers and paths in every field that a client can fill: they stay
 * text, or are refused.
 */
class InjectionIT {

  private static PlenumServer server;
  private static Browser admin;

  private final Answers answers = new Answers();

  @BeforeAll
  static void start() {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "plenum.identity.mode", "local",
                "plenum.identity.guests", "true",
                "plenum.chat.files.permitted", "true",
                "plenum.chat.files.free-megabytes", "0",
                "plenum.signal.rate", "100000",
                "plenum.signal.burst", "100000",
                "plenum.signal.max-errors", "100000",
                "plenum.pace.messages-per-person", "100000",
                "plenum.pace.reactions-per-person", "100000"));
    settings.put("plenum.pace.rooms-per-person", "100000");
    if (PostgresServer.missing().isEmpty()) {
      settings.put("plenum.store.url", PostgresServer.shared().freshDatabase());
      settings.put("plenum.store.username", PostgresServer.USER);
      settings.put("plenum.store.password", PostgresServer.PASSWORD);
    }
    server = PlenumServer.start(settings);
    admin = FirstAdministrator.arrive(server);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static JsonObject read(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  /** What a door reads by itself stands in a list, which somebody has to go on with. */
  @Test
  void walksEveryDoorAndHeader() {
    Set<String> raw = new TreeSet<>();
    RestDoors.all().stream().filter(RestDoors.Door::raw).forEach(door -> raw.add(door.name()));
    raw.removeAll(RestWalk.WITHOUT_FIELDS);
    assertEquals(raw, RestWalk.rawFields().keySet());
    assertEquals(Set.of(), HeaderWalk.unknown());
  }

  @Test
  void staysText() throws Exception {
    String person = account("victim", "Victim");
    String marked = account("marked", Payload.MARKUP.text);
    Set<String> files = besideTheData();
    try (SignalClient client = SignalClient.connect(server, admin)) {
      client.await("welcome");
      client.send("{\"type\":\"create-room\",\"name\":\"Walked\"}");
      String room = client.await("room-created").getJsonObject("room").getString("id");
      Map<String, String> usual = new HashMap<>();
      usual.put("room", "\"" + room + "\"");
      usual.put("id", "\"" + person + "\"");
      usual.put("person", "\"" + person + "\"");
      usual.put("list", "\"audit\"");
      Runnable seat = () -> sit(client, room);
      seat.run();
      int messages = new SignalWalk(client, usual, seat, answers).walk();
      int requests = new RestWalk(server, () -> admin, usual, answers).walk();
      int headers = new HeaderWalk(server, answers).walk();
      Map<String, String> subjects =
          Map.of(
              "admin/person", "?id=" + person,
              "admin/meeting", "?room=" + room,
              "admin/setting", "?name=plenum.rooms.devices");
      int posts = new FacesWalk(server, admin, subjects, answers).walk();
      System.out.printf(
          "[injection] %d messages, %d requests, %d headers, %d of pages%n",
          messages, requests, headers, posts);
      look(room, marked);
    }
    exports();
    answers.check(files.equals(besideTheData()), "files beside the data: " + besideTheData());
    answers.check(admin.get("/api/accounts?q=marked").body().contains(marked), "a row is gone");
    answers.check(!server.output().contains("\tat "), "the log has a stack trace");
    assertEquals("", String.join("\n", answers.wrong()));
  }

  private static String account(String login, String name) {
    JsonObject wish = Json.createObjectBuilder().add("login", login).add("name", name).build();
    return read(admin.json("POST", "/api/accounts", wish)).getJsonObject("account").getString("id");
  }

  private static void sit(SignalClient client, String room) {
    client.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
    client.await(one -> one.getString("type").equals("room") || one.containsKey("code"));
  }

  private void look(String room, String marked) {
    List<String> pages = new ArrayList<>(List.of("/rooms", "/people", "/room?id=" + room));
    List.of("audit", "tests", "problems", "tokens", "webhooks", "meetings")
        .forEach(page -> pages.add("/admin/" + page));
    List<String> showing = List.of("/admin/accounts", "/admin/person?id=" + marked);
    PageLook.at(server, admin, pages, showing, answers);
  }

  /** Nothing that a spreadsheet would calculate. */
  private void exports() {
    for (String list : List.of("audit", "attendance", "accounts", "tests", "problems", "quality")) {
      String csv = admin.get("/api/admin/records/" + list + "?format=csv").body();
      boolean formula = csv.lines().anyMatch(line -> line.matches("(.*[,\"])?[=+@].*"));
      answers.check(!formula, list + " has a formula: " + csv);
    }
  }

  private static Set<String> besideTheData() throws IOException {
    try (Stream<Path> files = Files.walk(server.dataDir().toAbsolutePath().getParent(), 1)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("injected"))
          .collect(Collectors.toSet());
    }
  }
}
