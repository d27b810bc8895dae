package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of notes, against the running application. */
@Quick
class NoteSignalIT {

  private static final int REQUEST = 7;

  private final PlenumServer server = PlenumServer.shared();
  private final Browser adas = Browser.named(server, "Ada");
  private final Browser graces = Browser.named(server, "Grace");

  private static JsonObjectBuilder message(String type) {
    return Json.createObjectBuilder().add("type", type).add("request", REQUEST);
  }

  /** The direct answer. */
  private static JsonObject ask(SignalClient client, JsonObjectBuilder message) {
    client.send(message.build().toString());
    return client.await(answer -> answer.getInt("request", 0) == REQUEST);
  }

  private static JsonObject leave(SignalClient client, String person, String text) {
    return ask(client, message("leave-note").add("person", person).add("text", text));
  }

  private static String you(SignalClient client) {
    return client.await("welcome").getJsonObject("you").getString("id");
  }

  @Test
  void isToldAtOnceToWhoIsOnline() {
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      String adaId = you(ada);
      assertEquals("done", leave(ada, you(grace), "<b>missed</b>\nyou").getString("type"));

      JsonObject note = grace.await("note").getJsonObject("note");
      assertEquals("<b>missed</b>\nyou", note.getString("text"));
      assertEquals(adaId, note.getJsonObject("from").getString("id"));
      grace.send(message("read-note").add("note", note.getString("id")).build().toString());
      assertEquals(note.getString("id"), grace.await("note-gone").getString("id"));
      assertEquals(REQUEST, grace.await("done").getInt("request"));
      assertEquals(0, ask(grace, message("list-notes")).getJsonArray("notes").size());
    }
  }

  @Test
  void waitsForWhoIsNotOnline() {
    String graceId;
    try (SignalClient ada = SignalClient.connect(server, adas)) {
      ada.await("welcome");
      try (SignalClient grace = SignalClient.connect(server, graces)) {
        graceId = you(grace);
        ada.send("{\"type\":\"start-call\",\"person\":\"%s\"}".formatted(graceId));
        String call = grace.await("call").getJsonObject("call").getString("id");
        grace.send("{\"type\":\"reject-call\",\"call\":\"%s\"}".formatted(call));
        ada.await("call-recorded");
      }
      assertEquals("done", leave(ada, graceId, "missed you").getString("type"));
    }
    try (SignalClient grace = SignalClient.connect(server, graces)) {
      assertEquals(1, grace.await("welcome").getInt("notes"));
      JsonArray notes = ask(grace, message("list-notes")).getJsonArray("notes");
      assertEquals("missed you", notes.getJsonObject(0).getString("text"));
    }
  }

  @Test
  void isRefusedOfStrangersAndWithoutWords() {
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      String adaId = you(ada);
      String graceId = you(grace);
      assertEquals("no-such-person", leave(ada, "nobodynobodynobodynobo", "x").getString("code"));
      assertEquals("no-such-person", leave(ada, "../<b>", "x").getString("code"));
      assertEquals("message-invalid", leave(ada, graceId, " \n").getString("code"));
      assertEquals("not-allowed", leave(ada, adaId, "me").getString("code"));
    }
  }
}
