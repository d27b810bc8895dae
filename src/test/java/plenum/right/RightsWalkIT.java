package plenum.right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Walks every door that asks for a right, by everybody, in a room that permits little. */
class RightsWalkIT {

  /** A room that leaves everything to its moderators, and into which its list alone may come. */
  private static final String STRICT =
      "\"access\":\"members\",\"lobby\":false,\"hidden\":true,\"share\":\"moderators\","
          + "\"speak\":\"moderators\",\"camera\":\"moderators\",\"delete\":\"owner\"";

  private static final String NOBODY = "nobodynobodynobodynobo";

  private final PlenumServer server = PlenumServer.shared();
  private final Map<String, SignalClient> clients = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Browser> browsers = new LinkedHashMap<>();
  private String room;
  private int requests;

  @BeforeEach
  void arrive() {
    for (String name : List.of("owner", "moderator", "listed", "member", "other")) {
      Browser browser = Browser.named(server, name);
      SignalClient client = SignalClient.connect(server, browser);
      browsers.put(name, browser);
      clients.put(name, client);
      ids.put(name, client.await("welcome").getJsonObject("you").getString("id"));
    }
    String name = "Walk " + UUID.randomUUID().toString().substring(0, 8);
    room =
        ask("owner", "create-room", "\"name\":\"" + name + "\"")
            .getJsonObject("room")
            .getString("id");
    for (String member : List.of("owner", "moderator", "member")) {
      assertEquals("room", ask(member, "join-room", roomMember()).getString("type"));
    }
    ask("owner", "appoint-moderator", member("moderator"));
    assertEquals("room-options", ask("owner", "set-room-options", strict()).getString("type"));
  }

  @AfterEach
  void leave() {
    ask("owner", "delete-room", roomMember() + ",\"force\":true");
    clients.values().forEach(SignalClient::close);
  }

  private String roomMember() {
    return "\"room\":\"" + room + "\"";
  }

  private String member(String name) {
    return "\"member\":\"" + ids.getOrDefault(name, name) + "\"";
  }

  private String strict() {
    String members = "\"members\":[\"%s\"]".formatted(ids.get("listed"));
    return "%s,\"options\":{%s,%s}".formatted(roomMember(), STRICT, members);
  }

  /** The direct answer. */
  private JsonObject ask(String who, String type, String members) {
    int request = ++requests;
    String more = members.isEmpty() ? "" : "," + members;
    clients.get(who).send("{\"type\":\"%s\",\"request\":%d%s}".formatted(type, request, more));
    return clients.get(who).await(answer -> answer.getInt("request", 0) == request);
  }

  private String code(String who, String type, String members) {
    return ask(who, type, members).getString("code", "done");
  }

  /** Messages that do nothing, or nothing that matters, where they are permitted. */
  private Map<String, String> messages() {
    Map<String, String> messages = new LinkedHashMap<>();
    messages.put("admit-all", "");
    messages.put("admit-person", "\"person\":\"" + NOBODY + "\"");
    messages.put("turn-away", "\"person\":\"" + NOBODY + "\"");
    for (String act :
        List.of(
            "mute-member",
            "stop-camera",
            "remove-member",
            "ban-member",
            "appoint-moderator",
            "hand-over-room")) {
      messages.put(act, member(NOBODY));
    }
    messages.put("dismiss-moderator", roomMember() + ",\"person\":\"" + NOBODY + "\"");
    messages.put("get-room-options", roomMember());
    messages.put("set-room-options", strict());
    messages.put("take-stage", "");
    messages.put("request-stage", "");
    messages.put("take-back-stage", "");
    messages.put("send-message", "\"text\":\"hello\"");
    messages.put("type-text", "\"stream\":\"walked\",\"number\":1,\"text\":\"h\"");
    messages.put("lower-all-hands", "");
    messages.put("clear-answers", "");
    messages.put("add-device", "\"name\":\"Camera\"");
    messages.put("remove-device", "\"device\":\"AAAAAAAAAAAA\"");
    messages.put("delete-room", roomMember());
    messages.put("request-view", roomMember() + ",\"stream\":\"none\"");
    messages.put("join-room", roomMember());
    messages.put("watch-room", roomMember());
    return messages;
  }

  /** What is done in a room needs a seat, without which it is refused before. */
  private static boolean needsSeat(String message) {
    return !Set.of(
            "dismiss-moderator",
            "get-room-options",
            "set-room-options",
            "delete-room",
            "request-view",
            "join-room",
            "watch-room")
        .contains(message);
  }

  private static boolean isPermitted(String who, RoomAct act) {
    return switch (act) {
      case APPOINT, HAND_OVER, RENEW_DEVICE -> who.equals("owner");
      case WRITE -> true; // Who has a seat, which is seen before.
      case EQUIP -> true; // Who came by a guest link alone is not here.
      case DELETE -> true; // This site permits it to anyone.
      case ENTER, FIND, WATCH -> !who.equals("other") && !who.equals("member");
      default -> who.equals("owner") || who.equals("moderator");
    };
  }

  @Test
  void permitsNoMoreThanTheTable() {
    Map<String, RoomAct> asking = new LinkedHashMap<>();
    Doors.rows().entrySet().stream()
        .filter(door -> door.getKey().startsWith("/signal"))
        .forEach(
            door ->
                Doors.act(door.getValue()).ifPresent(act -> asking.put(name(door.getKey()), act)));
    assertEquals(new TreeSet<>(asking.keySet()), new TreeSet<>(messages().keySet()));

    for (var message : messages().entrySet()) {
      RoomAct act = asking.get(message.getKey());
      for (String who : ids.keySet()) {
        boolean seated = Set.of("owner", "moderator", "member").contains(who);
        String code = code(who, message.getKey(), message.getValue());
        String told = who + ": " + message.getKey() + " is answered by " + code;
        if (act == RoomAct.ENTER && seated) {
          assertEquals("done", code, told); // Who sits there already may stay.
        } else if (act == RoomAct.WATCH && seated) {
          assertTrue(!code.equals("done"), told); // Nobody watches who has a seat.
        } else if (needsSeat(message.getKey()) && !seated) {
          assertEquals("not-in-a-room", code, told);
        } else {
          assertEquals(isPermitted(who, act), !code.equals("not-allowed"), told);
        }
        ask(who, "leave-stage", "");
        if (!seated) {
          ask(who, "leave-room", "");
        }
      }
    }
  }

  private static String name(String door) {
    return door.substring(door.indexOf(' ') + 1);
  }

  @Test
  void showsAHiddenRoomToItsOwnPeopleAloneAndItsSecretsToNobody() {
    ask(
        "owner",
        "set-room-options",
        "%s,\"options\":{%s,\"password\":\"open sesame\"}"
            .formatted(roomMember(), STRICT.replace("\"members\"", "\"password\"")));
    JsonObject options = ask("owner", "get-room-options", roomMember()).getJsonObject("options");
    assertTrue(options.getBoolean("hasPassword"));
    assertFalse(options.toString().contains("argon2") || options.toString().contains("sesame"));

    assertFalse(ask("other", "watch-lobby", "").getJsonArray("rooms").toString().contains(room));
    clients.get("owner").send("{\"type\":\"watch-lobby\"}");
    assertTrue(clients.get("owner").await("hidden-rooms").toString().contains(room));
    Set<String> places =
        ask("other", "watch-lobby", "").getJsonArray("people").stream()
            .map(person -> person.asJsonObject().getString("place"))
            .collect(Collectors.toSet());
    assertTrue(places.contains("hidden") && !places.contains(room), places.toString());

    assertEquals("password-needed", code("other", "join-room", roomMember()));
    String wrong = roomMember() + ",\"password\":\"sesame\"";
    assertEquals("password-wrong", code("other", "join-room", wrong));
    String right = roomMember() + ",\"password\":\"open sesame\"";
    assertEquals("done", code("other", "join-room", right));
    assertTrue(
        clients.values().stream()
            .flatMap(client -> client.drain().stream())
            .noneMatch(message -> message.toString().contains("argon2")));
  }

  @Test
  void letsSomebodyWaitAndBeAdmitted() {
    ask("owner", "set-room-options", roomMember() + ",\"options\":{\"lobby\":true}");
    JsonObject waiting = ask("other", "join-room", roomMember());
    assertEquals("waiting", waiting.getString("type"));
    assertTrue(waiting.getBoolean("moderated"));
    for (String moderator : List.of("owner", "moderator")) {
      JsonObject list =
          clients
              .get(moderator)
              .await("waiting-people", found -> !found.getJsonArray("people").isEmpty());
      assertEquals(ids.get("other"), list.getJsonArray("people").getJsonObject(0).getString("id"));
    }
    assertTrue(
        clients.get("member").drain().stream()
            .noneMatch(message -> message.getString("type").equals("waiting-people")));
    ask("moderator", "admit-person", "\"person\":\"" + ids.get("other") + "\"");
    clients.get("other").await("admitted");
    assertEquals("room", ask("other", "join-room", roomMember()).getString("type"));
  }

  @Test
  void makesTheTicketsOfSomebodyVoidWhoIsSentOut() {
    ask("owner", "set-room-options", roomMember() + ",\"options\":{}");
    JsonObject ownPublish = ask("member", "request-publish", "\"source\":\"camera\"");
    JsonObject publish = ask("owner", "request-publish", "\"source\":\"camera\"");
    String stream = "\"stream\":\"" + publish.getString("stream") + "\"";
    JsonObject play = ask("member", "request-play", stream);
    assertEquals("malformed-offer", door("member", play.getString("url")));
    JsonObject receive = ask("member", "request-receive", "");
    assertEquals("malformed-offer", door("member", receive.getString("url")));

    ask("owner", "remove-member", member("member"));
    JsonObject closed = clients.get("member").await("room-closed");
    assertEquals("removed", closed.getString("reason"));
    assertEquals("stream-closed", door("member", ownPublish.getString("url")));
    assertEquals("ticket-expired", door("member", play.getString("url")));
    assertEquals("ticket-expired", door("member", receive.getString("url")));
    assertEquals("not-in-a-room", code("member", "request-play", stream));
    assertEquals("waiting", ask("member", "join-room", roomMember()).getString("type"));
  }

  @Test
  void letsNobodyObserveWhereTheSiteDoesNotPermitIt() {
    JsonObject publish = ask("owner", "request-publish", "\"source\":\"camera\"");
    String stream = roomMember() + ",\"stream\":\"" + publish.getString("stream") + "\"";
    for (String who : ids.keySet()) {
      assertEquals("not-allowed", code(who, "observe-stream", stream));
      assertEquals("done", code(who, "end-observation", ""));
    }
  }

  private static JsonObject json(String key, boolean value) {
    return Json.createObjectBuilder().add(key, value).build();
  }

  private static JsonObject read(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new java.io.StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private String links() {
    return "/api/rooms/" + room + "/guest-links";
  }

  @Test
  void letsTheOwnerAloneInviteUntilTheRoomSaysOtherwise() {
    for (String who : ids.keySet()) {
      Browser browser = browsers.get(who);
      boolean owner = who.equals("owner");
      assertEquals(owner ? 200 : 403, browser.get(links()).statusCode(), who);
      var made = browser.json("POST", links(), json("once", true));
      assertEquals(owner ? 201 : 403, made.statusCode(), who + made.body());
      var revoked = browser.send(HttpRequest.newBuilder(server.url(links() + "/none")).DELETE());
      assertEquals(owner ? 404 : 403, revoked.statusCode(), who + revoked.body());
    }
    String more = strict().replace("\"share\"", "\"invite\":\"moderators\",\"share\"");
    ask("owner", "set-room-options", more);
    clients.get("moderator").drain();
    assertEquals(
        201, browsers.get("owner").json("POST", links(), json("once", false)).statusCode());
    assertEquals(room, clients.get("moderator").await("guest-links-changed").getString("room"));
    assertEquals(2, read(browsers.get("moderator").get(links())).getJsonArray("links").size());
    assertEquals("not-allowed", read(browsers.get("member").get(links())).getString("code"));
    assertEquals(
        "no-such-room",
        read(browsers.get("owner").get("/api/rooms/none/guest-links")).getString("code"));
  }

  @Test
  void letsSomebodyInByAGuestLinkAndOutAgainWhenItIsRevoked() {
    JsonObject made = read(browsers.get("owner").json("POST", links(), json("once", true)));
    String path = made.getString("path");
    String token = path.substring(path.indexOf('#') + 1);
    JsonObject use =
        Json.createObjectBuilder().add("link", token).add("name", "Invited " + room).build();
    assertEquals("not-allowed", code("other", "join-room", roomMember()));
    JsonObject came = read(browsers.get("other").json("PUT", "/api/guest", use));
    assertEquals(room, came.getJsonObject("room").getString("id"), came.toString());
    var second = browsers.get("listed").json("PUT", "/api/guest", use);
    assertEquals("guest-link-used-up", read(second).getString("code"), second.body());

    try (SignalClient invited = SignalClient.connect(server, browsers.get("other"))) {
      assertEquals(ids.get("other"), invited.await("welcome").getJsonObject("you").getString("id"));
      invited.send("{\"type\":\"join-room\",\"request\":1," + roomMember() + "}");
      invited.await("room");
      invited.send("{\"type\":\"request-publish\",\"request\":2,\"source\":\"camera\"}");
      String url = invited.await("ticket").getString("url");
      assertEquals("malformed-offer", door("other", url));

      String link = links() + "/" + made.getJsonObject("link").getString("id");
      var revoked = browsers.get("owner").send(HttpRequest.newBuilder(server.url(link)).DELETE());
      assertEquals(204, revoked.statusCode(), revoked.body());
      assertEquals("guest-link-ended", invited.await("room-closed").getString("reason"));
      assertEquals("stream-closed", door("other", url));
      invited.send("{\"type\":\"join-room\",\"request\":3," + roomMember() + "}");
      assertEquals("not-allowed", invited.await("error").getString("code"));
    }
    var late = browsers.get("member").json("PUT", "/api/guest", use);
    assertEquals("guest-link-revoked", read(late).getString("code"), late.body());
    assertEquals(
        "guest-link-revoked", read(browsers.get("other").get("/api/guest")).getString("code"));
  }

  /** The code with which a door of media refuses an offer that is none. */
  private String door(String who, String url) {
    HttpResponse<String> answer =
        browsers
            .get(who)
            .send(
                HttpRequest.newBuilder(server.url(url))
                    .header("Content-Type", "application/sdp")
                    .POST(BodyPublishers.ofString("v=0\r\n")));
    try (var reader = Json.createReader(new java.io.StringReader(answer.body()))) {
      return reader.readObject().getString("code");
    }
  }
}
