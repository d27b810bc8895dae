package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.EmbeddedOnly;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** {@code docs/protocol.md} against the running application. */
@Quick
@OnBothReleases
class SignalIT {

  private final PlenumServer server = PlenumServer.shared();

  @Test
  void closesAConnectionWithoutACookie() {
    try (SignalClient client = SignalClient.connect(server, new Browser(server))) {
      assertEquals("no-identity", client.await("error").getString("code"));
      assertEquals(4001, client.awaitClose());
    }
  }

  @Test
  void closesAConnectionWithoutAName() {
    Browser browser = new Browser(server);
    browser.get("/api/me");
    try (SignalClient client = SignalClient.connect(server, browser)) {
      assertEquals("no-name", client.await("error").getString("code"));
      assertEquals(4001, client.awaitClose());
    }
  }

  /** Both releases of the container look inside as {@code plenum.signal.wire} expects. */
  @Test
  void sendsWithoutTheContainersEncoder() {
    Browser browser = Browser.named(server, "Zoë 漢字");
    try (SignalClient client = SignalClient.connect(server, browser)) {
      JsonObject you = client.await("welcome").getJsonObject("you");
      assertTrue(you.getString("name").startsWith("Zoë 漢字 "), you.toString());
    }
    assertFalse(server.output().contains("is not the known one"), server.output());
  }

  @Test
  void agreesOnAVersionOfTheProtocolAndClosesWhereThereIsNone() {
    Browser ada = Browser.named(server, "Ada");
    for (String query : List.of("", "?protocol=1", "?protocol=99,1", "?protocol=1&protocol=99")) {
      try (SignalClient client = SignalClient.connect(server, ada, "/signal" + query)) {
        assertEquals(1, client.await("welcome").getInt("protocol"), query);
      }
    }
    try (SignalClient client = SignalClient.connect(server, ada, "/signal?protocol=99")) {
      JsonObject error = client.await("error");
      assertEquals("no-common-protocol", error.getString("code"));
      assertTrue(error.getString("message").contains("version 1 of the protocol"));
      assertEquals(4006, client.awaitClose());
    }
  }

  @Test
  void refusesTheHandshakeOfAnotherSite() {
    var handshake =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "https://evil.example")
            .buildAsync(server.socket("/signal"), new WebSocket.Listener() {});

    var failure = assertThrows(CompletionException.class, handshake::join);
    var refused = (WebSocketHandshakeException) failure.getCause();
    assertEquals(403, refused.getResponse().statusCode());
  }

  @Test
  void welcomesAPerson() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      JsonObject welcome = client.await("welcome");

      assertTrue(welcome.getJsonObject("you").getString("name").startsWith("Ada"));
      assertEquals(25, welcome.getJsonObject("limits").getInt("members"));
      assertFalse(welcome.containsKey("room"));
    }
  }

  @Test
  void greetsThePageThatTakesTheConnectionOver() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      JsonObject first = ada.await("welcome");
      ada.send("{\"type\":\"watch-lobby\",\"request\":1}").await("lobby");

      ada.send("{\"type\":\"change-page\"}");
      assertEquals(first, ada.await("welcome"));
      String room = create(grace, "Not followed any more");
      ada.send("{\"type\":\"watch-lobby\",\"request\":2}");

      JsonObject next = ada.next(Duration.ofSeconds(15)).orElseThrow();
      assertEquals("lobby", next.getString("type"));
      assertTrue(next.toString().contains(room));
    }
  }

  @Test
  void takesTheSeatOfAPageWhoseConnectionAnotherTakesOver() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Left by a page");
      String join = "{\"type\":\"join-room\",\"request\":9,\"room\":\"" + room + "\"}";
      grace.send(join).await("room");
      ada.send(join).await("room");

      ada.send("{\"type\":\"change-page\"}");

      assertFalse(ada.await("welcome").containsKey("room"));
      JsonObject left = grace.awaitChange("room-changed", "member-left");
      assertEquals("left", left.getString("reason"));
      assertFalse(ada.next(Duration.ofMillis(200)).isPresent());
    }
  }

  @Test
  void showsANewRoomToEverybodyInTheLobby() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      grace.send("{\"type\":\"watch-lobby\",\"request\":1}");
      long seq = grace.await("lobby").getInt("seq");

      String room = create(ada, "Stand-up 站会");

      JsonObject changed = grace.await("lobby-changed", m -> m.toString().contains(room));
      assertEquals(seq + 1, changed.getInt("seq"));
    }
  }

  @Test
  void showsWhoJoinsAndLeaves() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Joins");
      join(ada, room);

      JsonObject snapshot = join(grace, room);
      assertEquals(2, snapshot.getJsonArray("members").size());
      String who = snapshot.getString("you");
      ada.awaitChange(
          "room-changed", "member-joined", c -> c.getJsonObject("member").toString().contains(who));

      grace.send("{\"type\":\"leave-room\",\"request\":9}");
      assertEquals(room, grace.await("room-left").getString("room"));
      JsonObject left = ada.awaitChange("room-changed", "member-left");
      assertEquals("left", left.getString("reason"));
    }
  }

  @Test
  void tellsEverybodyInsideThatTheRoomIsDeleted() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Doomed");
      join(grace, room);

      ada.send("{\"type\":\"delete-room\",\"request\":5,\"room\":\"" + room + "\"}");
      assertEquals("room-not-empty", ada.await("error").getString("code"));
      ada.send("{\"type\":\"delete-room\",\"request\":6,\"room\":\"" + room + "\",\"force\":true}");

      assertEquals(6, ada.await("room-deleted").getInt("request"));
      assertEquals("deleted", grace.await("room-closed").getString("reason"));
    }
  }

  @Test
  void showsWhatDevicesDo() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Devices");
      join(ada, room);
      join(grace, room);

      grace.send("{\"type\":\"update-devices\",\"devices\":{\"microphone\":true,\"muted\":true}}");

      JsonObject change =
          ada.awaitChange(
              "room-changed", "member-updated", c -> c.toString().contains("\"muted\":true"));
      assertTrue(change.getJsonObject("member").getJsonObject("devices").getBoolean("microphone"));
    }
  }

  @Test
  void answersWhatIsNotOfTheProtocolAndGoesOn() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Fuzzy"))) {
      for (String bad :
          List.of("{", "[]", "{\"type\":5}", "{\"type\":\"create-room\",\"name\":1}")) {
        client.send(bad);
        assertEquals("bad-message", client.await("error").getString("code"), bad);
      }
      client.send("{\"type\":\"fly\",\"request\":7}");
      JsonObject error = client.await("error");
      assertEquals("unknown-type", error.getString("code"));
      assertEquals(7, error.getInt("request"));

      client.send("{\"type\":\"ping\"}");
      client.await("pong");
    }
  }

  @Test
  void answersEachRequest() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Asking"))) {
      client.await("welcome");
      int request = 0;
      for (String message :
          List.of(
              "\"type\":\"leave-lobby\"",
              "\"type\":\"update-presence\",\"camera\":true,\"microphone\":true,\"away\":false",
              "\"type\":\"mark-calls-seen\"")) {
        request++;
        client.send("{" + message + ",\"request\":" + request + "}");
        assertEquals(request, client.await("done").getInt("request"), message);
      }
    }
  }

  @Test
  void answersATooLongMessageAndGoesOn() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Long"))) {
      client.send("{\"type\":\"create-room\",\"name\":\"" + "x".repeat(100_000) + "\"}");
      assertEquals("too-long", client.await("error").getString("code"));

      client.send("{\"type\":\"ping\"}");
      client.await("pong");
    }
  }

  @Test
  void readsNoFrameThatIsMuchTooLong() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Longer"))) {
      client.trySendBytes(200_000);
      assertEquals("bad-message", client.await("error").getString("code"));
      client.trySendBytes(300_000);
      // The system may drop the server's 1011 when the client is still sending.
      assertTrue(Set.of(1006, 1011).contains(client.awaitClose()));
    }
  }

  @Test
  void closesAClientThatKeepsSendingTooMuch() {
    try (SignalClient client = SignalClient.connect(server, Browser.named(server, "Flood"))) {
      for (int i = 0; i < 200; i++) {
        client.trySend("{\"type\":\"ping\"}");
      }
      JsonObject error = client.await("error");
      assertEquals("too-many", error.getString("code"));
      assertTrue(error.containsKey("retryAfter"));
      assertEquals(4002, client.awaitClose());
    }
  }

  @Test
  void keepsTheSeatOfABrokenConnection() {
    Browser lost = Browser.named(server, "Lost");
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      String room = create(ada, "Seats");
      join(ada, room);
      SignalClient first = SignalClient.connect(server, lost, "/signal?page=p1");
      join(first, room);
      first.cut();
      ada.awaitChange(
          "room-changed", "member-updated", c -> c.toString().contains("\"connected\":false"));

      try (SignalClient again = SignalClient.connect(server, lost, "/signal?page=p1")) {
        assertEquals(room, again.await("welcome").getString("room"));
        assertEquals(2, join(again, room).getJsonArray("members").size());
        ada.awaitChange(
            "room-changed", "member-updated", c -> c.toString().contains("\"connected\":true"));
      }
    }
  }

  @Test
  void movesTheSeatToTheNewestTab() {
    Browser browser = Browser.named(server, "Tabs");
    try (SignalClient first = SignalClient.connect(server, browser);
        SignalClient second = SignalClient.connect(server, browser)) {
      String room = create(first, "Tabs");
      join(first, room);

      assertEquals(1, join(second, room).getJsonArray("members").size());

      assertEquals(room, first.await("seat-moved").getString("room"));
    }
  }

  @Test
  void refusesANameThatSomebodyOnlineHas() {
    Browser ada = Browser.named(server, "Unique");
    String name = "Unique " + UUID.randomUUID().toString().substring(0, 8);
    ada.rename(name);
    try (SignalClient client = SignalClient.connect(server, ada)) {
      client.await("welcome");

      assertEquals(409, new Browser(server).rename(name.toUpperCase()).statusCode());
    }
  }

  @Test
  void givesTicketsForStreamsOfTheRoomOnly() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      ada.send("{\"type\":\"request-publish\",\"request\":1,\"source\":\"camera\"}");
      assertEquals("not-in-a-room", ada.await("error").getString("code"));
      join(ada, create(ada, "Tickets"));

      ada.send("{\"type\":\"request-publish\",\"request\":2,\"source\":\"camera\"}");
      JsonObject ticket = ada.await("ticket");
      assertTrue(ticket.getString("url").startsWith("/rtc/v1/whip/?"));
      assertTrue(ticket.getString("stream").endsWith("-camera"));

      ada.send("{\"type\":\"request-play\",\"request\":3,\"stream\":\"somebody-elses\"}");
      assertEquals("no-such-stream", ada.await("error").getString("code"));
    }
  }

  @Test
  void letsMembersSayWhatTheirOwnReceiversGet() {
    String assign =
        "{\"type\":\"assign-streams\",\"request\":%d,\"receiver\":\"%s\",\"sounds\":[\"unknown\"],"
            + "\"pictures\":[{\"slot\":\"0\",\"stream\":\"unknown\",\"height\":360}]}";
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      ada.send("{\"type\":\"request-receive\",\"request\":1}");
      assertEquals("not-in-a-room", ada.await("error").getString("code"));
      String room = create(ada, "Receiving");
      join(ada, room);
      join(grace, room);
      ada.send("{\"type\":\"request-receive\",\"request\":2}");
      JsonObject ticket = ada.await("ticket");
      assertEquals("receive", ticket.getString("action"));
      assertTrue(ticket.getString("url").startsWith("/rtc/v1/receive/?"));
      assertEquals(0, ticket.getInt("pictures"), "nobody sends one");
      String receiver = ticket.getString("stream");

      ada.send(assign.formatted(3, receiver));
      assertEquals(3, ada.await("done").getInt("request"));
      grace.send(assign.formatted(4, receiver));
      assertEquals(4, grace.await("error").getInt("request"), "it is not hers");
    }
  }

  @Test
  void showsARoomToWhoOnlyWatches() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Watched");
      join(ada, room);
      watch(grace, room);
      JsonObject snapshot = grace.await("room");
      assertEquals(1, snapshot.getJsonArray("members").size());
      assertEquals(1, snapshot.getJsonObject("room").getInt("members"));

      ada.send("{\"type\":\"update-devices\",\"devices\":{\"microphone\":true}}");
      grace.awaitChange("room-changed", "member-updated");

      ada.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
      assertEquals(room, grace.await("room-closed").getString("room"));
    }
  }

  @Test
  void refusesToWatchFromASeatOrWhereThereIsNoRoom() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"))) {
      String room = create(ada, "Seated");
      watch(ada, "nowhere1");
      assertEquals("no-such-room", ada.await("error").getString("code"));
      join(ada, room);
      watch(ada, room);
      assertEquals("not-allowed", ada.await("error").getString("code"));
    }
  }

  @Test
  @EmbeddedOnly("With SRS there is a ticket for viewing.")
  void saysThatViewingNeedsSrs() {
    try (SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
        SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"))) {
      String room = create(ada, "Viewed");
      join(ada, room);
      ada.send("{\"type\":\"request-publish\",\"request\":5,\"source\":\"camera\"}");
      String stream = ada.await("ticket").getString("stream");

      view(grace, room, stream);
      assertEquals("needs-srs", grace.await("error").getString("code"));
      view(grace, room, "another");
      assertEquals("no-such-stream", grace.await("error").getString("code"));
    }
  }

  private static void watch(SignalClient client, String room) {
    client.send("{\"type\":\"watch-room\",\"request\":8,\"room\":\"" + room + "\"}");
  }

  private static void view(SignalClient client, String room, String stream) {
    client.send(
        "{\"type\":\"request-view\",\"request\":9,\"room\":\"%s\",\"stream\":\"%s\"}"
            .formatted(room, stream));
  }

  static String create(SignalClient client, String name) {
    String unique = name + " " + UUID.randomUUID().toString().substring(0, 8);
    client.send("{\"type\":\"create-room\",\"request\":2,\"name\":\"" + unique + "\"}");
    return client.await("room-created").getJsonObject("room").getString("id");
  }

  static JsonObject join(SignalClient client, String room) {
    client.send("{\"type\":\"join-room\",\"request\":4,\"room\":\"" + room + "\"}");
    return client.await("room");
  }
}
