package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.ScreenSender;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of the stage, against the running application. */
@Quick
class StageSignalIT {

  private final PlenumServer server = PlenumServer.shared();
  private final Browser adasBrowser = Browser.named(server, "Ada");
  private final SignalClient owner = SignalClient.connect(server, Browser.named(server, "Owner"));
  private final SignalClient ada = SignalClient.connect(server, adasBrowser);
  private final SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"));

  private String room;
  private String adasId;
  private String gracesId;

  @BeforeEach
  void bothAreInARoom() {
    owner.send(
        "{\"type\":\"create-room\",\"request\":1,\"kind\":\"desktop\",\"name\":\"Stage %s\"}"
            .formatted(UUID.randomUUID().toString().substring(0, 8)));
    room = owner.await("room-created").getJsonObject("room").getString("id");
    adasId = SignalIT.join(ada, room).getString("you");
    JsonObject snapshot = SignalIT.join(grace, room);
    gracesId = snapshot.getString("you");
    assertEquals("{\"onAir\":false,\"requests\":[]}", snapshot.getJsonObject("stage").toString());
  }

  @AfterEach
  void everybodyGoes() {
    owner.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
    owner.await("room-deleted");
    List.of(owner, ada, grace).forEach(SignalClient::close);
  }

  private static void ask(SignalClient client, String type) {
    client.send("{\"type\":\"" + type + "\",\"request\":7}");
  }

  private static void ask(SignalClient client, String type, String member) {
    client.send("{\"type\":\"%s\",\"request\":7,\"member\":\"%s\"}".formatted(type, member));
  }

  private static void refused(SignalClient client, String code) {
    JsonObject error = client.await("error");
    assertEquals(code, error.getString("code"), error.toString());
    assertEquals(7, error.getInt("request"));
  }

  private static void take(SignalClient client) {
    ask(client, "take-stage");
    assertEquals(7, client.await("stage-taken").getInt("request"));
  }

  /** Waits until the stage is as wanted. */
  private static void awaitStage(SignalClient client, String holder, boolean air, String... asks) {
    client.awaitChange(
        "room-changed",
        "stage-changed",
        change -> {
          JsonObject stage = change.getJsonObject("stage");
          return stage.getString("member", "").equals(holder)
              && stage.getBoolean("onAir") == air
              && stage
                  .getJsonArray("requests")
                  .getValuesAs(JsonString::getString)
                  .equals(List.of(asks));
        });
  }

  private static JsonObject requestScreen(SignalClient client) {
    client.send("{\"type\":\"request-publish\",\"request\":7,\"source\":\"screen\"}");
    return client.await("ticket");
  }

  @Test
  void belongsToOneAtATime() {
    take(ada);
    awaitStage(grace, adasId, false);

    ask(grace, "take-stage");
    JsonObject busy = grace.await("error");
    assertEquals("stage-busy", busy.getString("code"));
    assertTrue(busy.getString("message").startsWith("Ada "), busy.toString());

    ask(ada, "leave-stage");
    assertEquals(7, ada.await("stage-left").getInt("request"));
    awaitStage(grace, "", false);
    take(grace);
    awaitStage(ada, gracesId, false);
  }

  @Test
  void isNeededForATicketForTheScreen() {
    grace.send("{\"type\":\"request-publish\",\"request\":7,\"source\":\"screen\"}");
    refused(grace, "not-on-stage");

    take(grace);
    JsonObject ticket = requestScreen(grace);
    assertTrue(ticket.getString("stream").endsWith("-screen"), ticket.toString());
    assertTrue(ticket.getString("url").startsWith("/rtc/v1/whip/?app=desktop&"));
  }

  @Test
  void isAskedForDeclinedAndGranted() {
    ask(grace, "request-stage");
    refused(grace, "stage-free");
    take(ada);
    ask(grace, "request-stage");
    assertEquals(7, grace.await("done").getInt("request"));
    awaitStage(ada, adasId, false, gracesId);

    ask(grace, "grant-stage", gracesId);
    refused(grace, "not-on-stage");
    ask(ada, "decline-stage", gracesId);
    ada.await("done");
    awaitStage(grace, adasId, false);
    ask(ada, "grant-stage", gracesId);
    refused(ada, "no-such-request");
    ask(ada, "grant-stage", "nobody");
    refused(ada, "no-such-request");

    for (String step : List.of("request-stage", "withdraw-stage-request", "request-stage")) {
      ask(grace, step);
      grace.await("done");
    }
    ask(ada, "grant-stage", gracesId);
    ada.await("done");
    awaitStage(ada, gracesId, false);
    requestScreen(grace);
  }

  @Test
  void isTakenBackByTheOwnerAlone() {
    take(ada);
    ask(grace, "take-back-stage");
    refused(grace, "not-allowed");

    ask(owner, "take-back-stage");
    refused(owner, "not-in-a-room");
    SignalIT.join(owner, room);
    ask(owner, "take-back-stage");
    owner.await("done");
    awaitStage(grace, "", false);
  }

  @Test
  void isFreeAgainWhenItsHolderSaysGoodbyeAndKeptWhenTheConnectionBreaks() {
    take(ada);
    awaitStage(grace, adasId, false);
    SignalClient second = SignalClient.connect(server, adasBrowser, "/signal?page=p1");
    SignalIT.join(second, room);
    awaitStage(grace, "", false);

    take(second);
    awaitStage(grace, adasId, false);
    second.cut();
    grace.awaitChange(
        "room-changed", "member-updated", change -> change.toString().contains(":false"));
    try (SignalClient third = SignalClient.connect(server, adasBrowser, "/signal?page=p1")) {
      JsonObject stage = SignalIT.join(third, room).getJsonObject("stage");
      assertEquals(adasId, stage.getString("member"));
      requestScreen(third);
    }
    awaitStage(grace, "", false);
  }

  @Test
  void showsTheScreenThatIsOnAirInTheRoomAndInTheLobby() {
    owner.send("{\"type\":\"watch-lobby\",\"request\":1}");
    owner.await("lobby");
    take(ada);
    JsonObject ticket = requestScreen(ada);
    try (ScreenSender sender = new ScreenSender(server)) {
      sender.publish(ticket.getString("url"));

      JsonObject member =
          grace
              .awaitChange(
                  "room-changed", "member-updated", change -> change.toString().contains("screen"))
              .getJsonObject("member");
      JsonObject stream = member.getJsonArray("streams").getJsonObject(0);
      assertEquals("screen", stream.getString("source"));
      assertEquals(ticket.getString("stream"), stream.getString("name"));
      SignalClient late = SignalClient.connect(server, Browser.named(server, "Late"));
      JsonObject stage = SignalIT.join(late, room).getJsonObject("stage");
      assertTrue(stage.getBoolean("onAir"), stage.toString());
      assertEquals(adasId, stage.getString("member"));
      late.close();
      awaitSharer(true);
      grace.send(
          "{\"type\":\"request-play\",\"request\":7,\"stream\":\"%s\"}"
              .formatted(stream.getString("name")));
      assertTrue(grace.await("ticket").getString("url").startsWith("/rtc/v1/whep/?"));

      ask(ada, "leave-stage");
      ada.await("stage-left");
      awaitStage(grace, "", false);
      awaitSharer(false);
      sender.awaitEnd();
    }
    take(grace);
    awaitStage(ada, gracesId, false);
  }

  private void awaitSharer(boolean sharing) {
    JsonObject listed =
        owner
            .awaitChange(
                "lobby-changed",
                "room-updated",
                change -> {
                  JsonObject view = change.getJsonObject("room");
                  return view.getString("id").equals(room) && view.containsKey("sharer") == sharing;
                })
            .getJsonObject("room");
    assertEquals(sharing, listed.getString("sharer", "").startsWith("Ada "));
    assertFalse(listed.toString().contains(adasId), listed.toString());
  }
}
