package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of chat, against the running application. */
@Quick
class ChatSignalIT {

  private static final int REQUEST = 7;

  private final PlenumServer server = PlenumServer.shared();
  private final Browser graces = Browser.named(server, "Grace");
  private SignalClient ada;
  private SignalClient grace;
  private SignalClient eve;
  private String room;
  private String graceId;

  @BeforeEach
  void meet() {
    ada = SignalClient.connect(server, Browser.named(server, "Ada"));
    grace = SignalClient.connect(server, graces);
    eve = SignalClient.connect(server, Browser.named(server, "Eve"));
    room = SignalIT.create(ada, "Chat");
    SignalIT.join(ada, room);
    graceId = SignalIT.join(grace, room).getString("you");
    SignalIT.join(eve, room);
    List.of(ada, grace, eve).forEach(ChatSignalIT::watch);
  }

  @AfterEach
  void leave() {
    ada.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
    ada.await("room-deleted");
    List.of(ada, grace, eve).forEach(SignalClient::close);
  }

  private static JsonObject watch(SignalClient client) {
    return ask(client, message("watch-chat"));
  }

  private static JsonObjectBuilder message(String type) {
    return Json.createObjectBuilder().add("type", type).add("request", REQUEST);
  }

  /** The direct answer. */
  private static JsonObject ask(SignalClient client, JsonObjectBuilder message) {
    client.send(message.build().toString());
    return client.await(answer -> answer.getInt("request", 0) == REQUEST);
  }

  private static JsonObject say(SignalClient client, String text) {
    return ask(client, message("send-message").add("text", text)).getJsonObject("message");
  }

  private static JsonObject hear(SignalClient client, String id) {
    return client
        .awaitChange(
            "chat-changed",
            "message",
            found -> found.getJsonObject("message").getString("id").equals(id))
        .getJsonObject("message");
  }

  private static List<String> texts(JsonObject snapshot, String which) {
    return snapshot.getJsonArray(which).getValuesAs(one -> one.asJsonObject().getString("text"));
  }

  @Test
  void isToldToEverybodyAsItWasWritten() {
    String text = "<img src=x onerror=alert(1)> \"שלום\"\n站会 \\ '; drop table message;--";
    JsonObject said = say(ada, text);

    assertEquals(text, said.getString("text"));
    assertEquals(said, hear(grace, said.getString("id")));
    assertEquals(List.of(text), texts(watch(eve), "messages"));
  }

  @Test
  void isEditedAndDeleted() {
    String id = say(grace, "Helo").getString("id");
    hear(eve, id);
    JsonObject edit = message("edit-message").add("message", id).add("text", "Hello").build();
    assertEquals("done", ask(grace, Json.createObjectBuilder(edit)).getString("type"));
    JsonObject edited = hear(eve, id);
    assertEquals("Hello", edited.getString("text"));
    assertTrue(edited.containsKey("edited"));
    assertEquals("not-allowed", ask(eve, Json.createObjectBuilder(edit)).getString("code"));
    assertEquals("not-allowed", delete(eve, id).getString("code"));

    assertEquals("done", delete(ada, id).getString("type"));
    JsonObject deleted = hear(eve, id);
    assertTrue(deleted.getBoolean("deleted"));
    assertEquals("", deleted.getString("text"));
  }

  private static JsonObject delete(SignalClient client, String id) {
    return ask(client, message("delete-message").add("message", id));
  }

  @Test
  void goesToOnePersonAlone() {
    JsonObject said =
        ask(ada, message("send-message").add("text", "psst").add("to", graceId))
            .getJsonObject("message");
    assertEquals(
        said, grace.await("personal-message").getJsonObject("message"), "the same to the other");
    JsonObject later = say(ada, "aloud");
    hear(eve, later.getString("id"));

    assertFalse(eve.drain().toString().contains("psst"));
    assertEquals(List.of("aloud"), texts(watch(eve), "messages"));
    assertEquals(List.of(), texts(watch(eve), "personal"));
    assertEquals(List.of("psst"), texts(watch(grace), "personal"));
    assertEquals("no-such-message", delete(eve, said.getString("id")).getString("code"));
    assertEquals(
        List.of("aloud"), texts(ask(eve, message("get-messages").add("before", 99)), "messages"));
  }

  @Test
  void comesOnceHoweverOftenItIsSent() {
    JsonObject first =
        ask(grace, message("send-message").add("text", "once").add("token", "t1"))
            .getJsonObject("message");
    grace.cut();
    grace = SignalClient.connect(server, graces);
    SignalIT.join(grace, room);
    watch(grace);
    JsonObject again =
        ask(grace, message("send-message").add("text", "once").add("token", "t1"))
            .getJsonObject("message");

    assertEquals(first, again);
    assertEquals(List.of("once"), texts(watch(grace), "messages"));
  }

  @Test
  void tellsWhoComesBackWhatWasMissed() {
    say(grace, "before");
    grace.cut();
    say(ada, "meanwhile");
    grace = SignalClient.connect(server, graces);
    SignalIT.join(grace, room);

    assertEquals(List.of("before", "meanwhile"), texts(watch(grace), "messages"));
  }

  @Test
  void isReadNoFurtherByWhoWasSentOut() {
    ask(ada, message("remove-member").add("member", graceId));
    grace.await("room-closed");
    hear(eve, say(ada, "without Grace").getString("id"));

    grace.send("{\"type\":\"ping\",\"request\":1}");
    grace.await("pong");
    assertFalse(grace.drain().toString().contains("without Grace"));
    assertEquals("not-in-a-room", watch(grace).getString("code"));
    assertEquals("not-in-a-room", ask(grace, message("get-messages")).getString("code"));
    assertEquals(
        "not-in-a-room", ask(grace, message("send-message").add("text", "me")).getString("code"));
  }

  @Test
  void refusesWhatCannotBeRead() {
    assertEquals("message-invalid", refusal(ada, message("send-message").add("text", " \n")));
    assertEquals(
        "message-invalid", refusal(ada, message("send-message").add("text", "x".repeat(2001))));
    assertEquals(
        "no-such-member", refusal(ada, message("send-message").add("text", "x").add("to", "../x")));
    assertEquals(
        "no-such-message",
        refusal(ada, message("send-message").add("text", "x").add("reply", "<b>")));
    assertEquals("no-such-message", refusal(ada, message("delete-message").add("message", "")));
  }

  private static String refusal(SignalClient client, JsonObjectBuilder message) {
    return ask(client, message).getString("code");
  }
}
