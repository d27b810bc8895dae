package plenum.injection;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.testing.Browser;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A server whose limits are out of the way, with accounts and a room, in which is walked. */
final class InjectionSite {

  final PlenumServer server;
  final Browser admin;
  final Answers answers = new Answers();

  /**
   * @param more settings by which it differs from others
   */
  InjectionSite(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("plenum.identity.mode", "local");
    settings.put("plenum.identity.guests", "true");
    settings.put("plenum.chat.files.permitted", "true");
    settings.put("plenum.chat.files.free-megabytes", "0");
    settings.put("plenum.chat.rate", "10000");
    settings.put("plenum.signal.max-errors", "100000");
    for (String limit : List.of("signal.rate", "signal.burst")) {
      settings.put("plenum." + limit, "100000");
    }
    for (String pace : List.of("messages", "reactions", "rooms")) {
      settings.put("plenum.pace." + pace + "-per-person", "100000");
    }
    server = PlenumServer.start(settings);
    admin = FirstAdministrator.arrive(server);
  }

  static JsonObject read(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  /** Makes an account, and tells its id. */
  String account(String login, String name) {
    JsonObject wish = Json.createObjectBuilder().add("login", login).add("name", name).build();
    return read(admin.json("POST", "/api/accounts", wish)).getJsonObject("account").getString("id");
  }

  /**
   * Walks messages, requests and forms: what is written to the database, and read of it.
   *
   * @param more walks on in the administrator's room
   */
  void walk(Consumer<Room> more) {
    String person = account("victim", "Victim");
    String marked = account("marked", Payload.MARKUP.text);
    Set<String> files = besideTheData();
    try (SignalClient client = SignalClient.connect(server, admin)) {
      client.await("welcome");
      client.send("{\"type\":\"create-room\",\"name\":\"Walked\"}");
      String id = client.await("room-created").getJsonObject("room").getString("id");
      Room room = new Room(id, marked, client);
      room.sit();
      Map<String, String> usual =
          Map.of(
              "room", "\"" + id + "\"",
              "id", "\"" + person + "\"",
              "person", "\"" + person + "\"",
              "list", "\"audit\"",
              "address", "\"https://receiver.invalid/hook\"",
              "events", "\"room.opened\"",
              "scopes", "\"read\"",
              "days", "90");
      int messages = new SignalWalk(client, usual, room::sit, answers).walk();
      int requests = new RestWalk(server, () -> admin, usual, answers).walk();
      Map<String, String> subjects =
          Map.of(
              "admin/person", "?id=" + person,
              "admin/meeting", "?room=" + id,
              "admin/setting", "?name=plenum.rooms.devices");
      int posts = new FacesWalk(server, admin, subjects, answers).walk();
      System.out.printf(
          "[injection] %d messages, %d requests, %d of pages%n", messages, requests, posts);
      more.accept(room);
    }
    exports();
    answers.check(files.equals(besideTheData()), "files beside the data: " + besideTheData());
    answers.check(admin.get("/api/accounts?q=marked").body().contains(marked), "a row is gone");
    answers.check(!server.output().contains("\tat "), "the log has a stack trace");
  }

  /**
   * Where is walked.
   *
   * @param marked the id of the account whose name is mark-up
   */
  record Room(String id, String marked, SignalClient client) {

    void sit() {
      client.send("{\"type\":\"join-room\",\"room\":\"" + id + "\"}");
      client.await(one -> one.getString("type").equals("room") || one.containsKey("code"));
    }
  }

  /** Nothing that a spreadsheet would calculate. */
  private void exports() {
    for (String list : List.of("audit", "attendance", "accounts", "tests", "problems", "quality")) {
      String csv = admin.get("/api/admin/records/" + list + "?format=csv").body();
      boolean formula = csv.lines().anyMatch(line -> line.matches("(.*[,\"])?[=+@].*"));
      answers.check(!formula, list + " has a formula: " + csv);
    }
  }

  private Set<String> besideTheData() {
    try (Stream<Path> files = Files.walk(server.dataDir().toAbsolutePath().getParent(), 1)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("injected"))
          .collect(Collectors.toSet());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
