package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** Kinds and owners of rooms, against the running application. */
@Quick
class RoomKindsSignalIT {

  private final PlenumServer server = PlenumServer.shared();

  private static void create(SignalClient client, String kind) {
    client.send(
        "{\"type\":\"create-room\",\"request\":2,\"name\":\"Kinds %s\",\"kind\":\"%s\"}"
            .formatted(UUID.randomUUID().toString().substring(0, 8), kind));
  }

  @Test
  void makesADesktopRoomThatBelongsToWhoMadeIt() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String owner = ada.await("welcome").getJsonObject("you").getString("id");
      grace.send("{\"type\":\"watch-lobby\",\"request\":1}");
      grace.await("lobby");

      create(ada, "desktop");
      JsonObject room = ada.await("room-created").getJsonObject("room");
      assertEquals("desktop", room.getString("kind"));
      assertEquals(owner, room.getString("owner"));

      String id = room.getString("id");
      JsonObject listed =
          grace.awaitChange(
              "lobby-changed", "room-created", change -> change.toString().contains(id));
      assertEquals(room, listed.getJsonObject("room"));
      assertEquals(owner, SignalIT.join(grace, id).getJsonObject("room").getString("owner"));

      grace.send("{\"type\":\"request-publish\",\"request\":3,\"source\":\"camera\"}");
      assertTrue(grace.await("ticket").getString("url").contains("app=desktop&"));
    }
  }

  @Test
  void makesNoRoomOfAnotherKind() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      for (String kind : new String[] {"call", "GROUP", "cave", ""}) {
        create(ada, kind);
        JsonObject error = ada.await("error");
        assertEquals("bad-message", error.getString("code"), kind);
        assertEquals(2, error.getInt("request"));
      }
    }
  }
}
