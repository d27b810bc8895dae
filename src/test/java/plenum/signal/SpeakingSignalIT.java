package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of speaking, against the running application. */
@Quick
class SpeakingSignalIT {

  private static final String HEARD = "{\"camera\":true,\"microphone\":true,\"muted\":%s}";

  private final PlenumServer server = PlenumServer.shared();

  private static void says(SignalClient client, boolean speaking) {
    client.send("{\"type\":\"speaking\",\"speaking\":" + speaking + "}");
  }

  private static void muted(SignalClient client, boolean muted) {
    client.send("{\"type\":\"update-devices\",\"devices\":" + HEARD.formatted(muted) + "}");
  }

  private static void awaitSpeaking(SignalClient client, String member, boolean speaking) {
    JsonObject change =
        client.awaitChange(
            "room-changed", "member-speaking", found -> found.getBoolean("speaking") == speaking);
    assertEquals(member, change.getString("id"));
    assertEquals(3, change.size(), "nothing else of the member: " + change);
  }

  @Test
  void isToldToEverybodyInTheRoomAndInTheSnapshot() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"));
        SignalClient late = SignalClient.connect(server, Browser.named(server, "Late"))) {
      String room = SignalIT.create(ada, "Talk");
      String speaker = SignalIT.join(ada, room).getString("you");
      assertEquals(JsonArray.EMPTY_JSON_ARRAY, SignalIT.join(grace, room).getJsonArray("speaking"));

      muted(ada, false);
      says(ada, true);
      awaitSpeaking(grace, speaker, true);
      assertEquals(speaker, SignalIT.join(late, room).getJsonArray("speaking").getString(0));

      muted(ada, true);
      awaitSpeaking(grace, speaker, false);
      muted(ada, false);
      says(ada, true);
      awaitSpeaking(grace, speaker, true);
      ada.send("{\"type\":\"leave-room\"}");
      List<String> kinds =
          grace
              .await("room-changed", message -> message.toString().contains("member-left"))
              .getJsonArray("changes")
              .getValuesAs(change -> change.asJsonObject().getString("change"));
      assertTrue(kinds.indexOf("member-speaking") < kinds.indexOf("member-left"), kinds.toString());
      grace.send("{\"type\":\"resync\",\"topic\":\"room\"}");
      assertEquals(JsonArray.EMPTY_JSON_ARRAY, grace.await("room").getJsonArray("speaking"));
      grace.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
      grace.await("room-deleted");
    }
  }

  @Test
  void isNoErrorHoweverOftenItIsSaid() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = SignalIT.create(ada, "Chatter");
      String speaker = SignalIT.join(ada, room).getString("you");
      SignalIT.join(grace, room);
      muted(ada, false);
      for (int i = 0; i < 40; i++) {
        says(ada, i % 2 == 0);
      }
      says(ada, true);
      // What is answered after the last one comes without an error before it.
      ada.send("{\"type\":\"ping\",\"request\":1}");
      JsonObject next = ada.await(message -> !message.getString("type").startsWith("room"));
      assertEquals("pong", next.getString("type"), next.toString());
      awaitSpeaking(grace, speaker, true);
      grace.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
      grace.await("room-deleted");
    }
  }

  @Test
  void needsASeat() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      says(ada, true);
      assertEquals("not-in-a-room", ada.await("error").getString("code"));
    }
  }
}
