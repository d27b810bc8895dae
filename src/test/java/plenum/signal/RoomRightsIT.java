package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Who may delete a room, against running applications with both settings. */
class RoomRightsIT {

  private static PlenumServer server;

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(Map.of("plenum.rooms.delete", "owner", "plenum.signal.reload", "0ms"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static void delete(SignalClient client, String room, boolean force) {
    client.send("{\"type\":\"delete-room\",\"room\":\"%s\",\"force\":%b}".formatted(room, force));
  }

  /** The name of somebody whose last tab was closed is that person's, too, after the restart. */
  @Test
  void letsTheOwnerAloneDeleteARoomAndSetItsOptionsAlsoAfterARestart() {
    Browser emmys = Browser.named(server, "Emmy");
    String emmy = nameInATabThatIsClosed(emmys);
    Browser adas = Browser.named(server, "Ada");
    Browser graces = Browser.named(server, "Grace");
    String room;
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      room = SignalIT.create(ada, "Mine");
      SignalIT.join(ada, room);
      refused(grace, room);
      String options = "\"options\":{\"access\":\"password\",\"password\":\"open sesame\"}";
      ada.send("{\"type\":\"set-room-options\",\"room\":\"" + room + "\"," + options + "}");
      ada.await("room-options");
      ada.send("{\"type\":\"leave-room\"}");
    }
    server.stop();
    server.restart();
    isStillTheNameOf(emmys, emmy);
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      refused(grace, room);
      JsonObject seen = lobbyRoom(grace, room);
      assertEquals("password", seen.getJsonObject("options").getString("access"));
      grace.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
      assertEquals("password-needed", grace.await("error").getString("code"));
      JsonObject you = ada.await("welcome").getJsonObject("you");
      assertEquals(you.getString("id"), seen.getString("owner"));
      assertEquals(you.getString("name"), seen.getString("ownerName"));

      delete(ada, room, false);
      assertEquals(room, ada.await("room-deleted").getString("room"));
    }
  }

  private static String nameInATabThatIsClosed(Browser browser) {
    try (SignalClient tab = SignalClient.connect(server, browser)) {
      return tab.await("welcome").getJsonObject("you").getString("name");
    }
  }

  private static void isStillTheNameOf(Browser browser, String name) {
    var refused = new Browser(server).rename(name.toUpperCase(Locale.ROOT));
    assertEquals(409, refused.statusCode());
    try (var reader = Json.createReader(new StringReader(refused.body()))) {
      JsonObject problem = reader.readObject();
      assertEquals("name-taken", problem.getString("code"));
      assertTrue(problem.getString("detail").contains("30 days"), refused.body());
    }
    try (SignalClient again = SignalClient.connect(server, browser)) {
      assertEquals(name, again.await("welcome").getJsonObject("you").getString("name"));
    }
  }

  private static void refused(SignalClient client, String room) {
    delete(client, room, true);
    JsonObject error = client.await("error");
    assertEquals("not-allowed", error.getString("code"));
    assertEquals("Only the person who made this room can delete it.", error.getString("message"));
  }

  private static JsonObject lobbyRoom(SignalClient client, String room) {
    client.send("{\"type\":\"watch-lobby\"}");
    return client.await("lobby").getJsonArray("rooms").stream()
        .map(listed -> listed.asJsonObject())
        .filter(listed -> listed.getString("id").equals(room))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsEverybodyWhatHeOrSheMayDelete() {
    PlenumServer open = PlenumServer.shared();
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient bob = SignalClient.connect(open, Browser.named(open, "Bob"))) {
      assertEquals("own", mayDelete(ada));
      assertEquals("all", mayDelete(bob));
    }
  }

  private static String mayDelete(SignalClient client) {
    return client.await("welcome").getJsonObject("rights").getString("deleteRooms");
  }

  @Test
  void letsAnyoneDeleteARoomWhereTheSiteSaysSo() {
    PlenumServer open = PlenumServer.shared();
    try (SignalClient ada = SignalClient.connect(open, Browser.named(open, "Ada"));
        SignalClient bob = SignalClient.connect(open, Browser.named(open, "Bob"))) {
      String room = SignalIT.create(ada, "Ours");
      delete(bob, room, false);
      assertEquals(room, bob.await("room-deleted").getString("room"));
    }
  }
}
