package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of real-time text. */
@Quick
class TypingSignalIT {

  private final PlenumServer server = PlenumServer.shared();
  private final Browser adasBrowser = Browser.named(server, "Ada");
  private SignalClient ada = SignalClient.connect(server, adasBrowser);
  private final SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"));

  private String room;
  private String adasId;

  @BeforeEach
  void bothAreInARoom() {
    room = SignalIT.create(grace, "Text");
    adasId = SignalIT.join(ada, room).getString("you");
    assertEquals("[]", SignalIT.join(grace, room).getJsonArray("typing").toString());
  }

  @AfterEach
  void everybodyGoes() {
    grace.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
    grace.await("room-deleted");
    List.of(ada, grace).forEach(SignalClient::close);
  }

  private static void type(SignalClient client, long number, String text) {
    var message = Json.createObjectBuilder().add("type", "type-text").add("request", 7);
    message.add("stream", "s").add("number", number).add("text", text);
    client.send(message.build().toString());
  }

  private static void done(SignalClient client, long number, String text) {
    type(client, number, text);
    assertEquals(7, client.await("done").getInt("request"));
  }

  private static void refused(SignalClient client, String code) {
    JsonObject error = client.await("error");
    assertEquals(code, error.getString("code"), error.toString());
  }

  private JsonObject typed(SignalClient client) {
    return client.awaitChange("room-changed", "text-typed");
  }

  @Test
  void tellsOthersWhatChanges() {
    done(ada, 1, "Helo");
    JsonObject first = typed(grace);
    assertEquals(adasId, first.getString("id"));
    assertEquals("Helo", first.getString("text"));
    done(ada, 2, "\blo 👍");
    assertEquals("\blo 👍", typed(grace).getString("text"));
    grace.send("{\"type\":\"resync\",\"topic\":\"room\"}");
    JsonObject line = grace.await("room").getJsonArray("typing").getJsonObject(0);
    assertEquals("Hello 👍", line.getString("text"));

    grace.send("{\"type\":\"watch-chat\",\"request\":8}");
    grace.await("chat");
    done(ada, 3, "\u2028");
    grace.awaitChange("room-changed", "text-gone", gone -> gone.getString("id").equals(adasId));
    JsonObject kept = grace.await("chat-changed");
    assertTrue(kept.toString().contains("Hello 👍"), kept.toString());
    assertTrue(kept.toString().contains("real-time"), kept.toString());
  }

  @Test
  void whoWasRemovedReadsNoLetterFurther() {
    done(grace, 1, "for both ");
    ada.awaitChange("room-changed", "text-typed");
    grace.send("{\"type\":\"remove-member\",\"request\":3,\"member\":\"" + adasId + "\"}");
    ada.await("room-closed");
    assertEquals(3, grace.await("done").getInt("request"));
    done(grace, 2, "for Grace alone");
    for (String ask : List.of("resync\",\"topic\":\"room", "watch-chat", "get-messages")) {
      ada.send("{\"type\":\"" + ask + "\"}");
    }
    type(ada, 1, "x");
    ada.send("{\"type\":\"ping\",\"request\":9}");
    ada.await("pong");
    String read = ada.drain().toString();
    assertFalse(read.contains("for Grace alone"), read);
  }

  @Test
  void losesNothingAndDoublesNothingOverAReconnection() {
    done(ada, 1, "before ");
    ada.cut();
    ada = SignalClient.connect(server, adasBrowser);
    SignalIT.join(ada, room);
    done(ada, 1, "before ");
    done(ada, 2, "after");
    grace.awaitChange(
        "room-changed", "text-typed", change -> change.getString("text").endsWith("after"));
    grace.send("{\"type\":\"resync\",\"topic\":\"room\"}");
    JsonObject line = grace.await("room").getJsonArray("typing").getJsonObject(0);
    assertEquals("before after", line.getString("text"));
    type(ada, 9, "x");
    refused(ada, "out-of-step");
  }

  @Test
  void refusesWhatItCannotTakeAndHarmsNobodyElse() {
    type(ada, 0, "x");
    refused(ada, "bad-message");
    type(ada, 1, "x".repeat(4_001));
    refused(ada, "bad-message");
    done(ada, 1, "a".repeat(4_000));
    type(ada, 2, "a".repeat(4_000));
    refused(ada, "too-fast");
    done(grace, 1, "still here");
    ada.awaitChange("room-changed", "text-typed", one -> one.getString("text").startsWith("still"));
    grace.send("{\"type\":\"leave-room\"}");
    grace.await("room-left");
    type(grace, 2, "x");
    refused(grace, "not-in-a-room");
    ada.awaitChange("room-changed", "text-gone");
  }
}
