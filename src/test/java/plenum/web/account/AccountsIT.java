package plenum.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.IdentityCookie;
import plenum.identity.Secrets;
import plenum.settings.SiteSettings;
import plenum.testing.Browser;
import plenum.testing.FileUpload;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A server where people have accounts, and no guests come in. */
class AccountsIT {

  private static final String PASSWORD = "correct horse battery";

  private static final Pattern VIEW_STATE =
      Pattern.compile("jakarta\\.faces\\.ViewState[^>]* value=\"([^\"]+)\"");

  private static PlenumServer server;
  private static Browser admin;

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.identity.mode", "local",
                "plenum.signal.reconnect", "10m",
                "plenum.signal.reload", "10m",
                "plenum.signal.origins", "https://portal.example",
                "plenum.chat.files.permitted", "true",
                "plenum.chat.files.free-megabytes", "0"));
    admin = new Browser(server);
    String link = FirstAdministrator.link(server);
    HttpResponse<String> used = use(admin, link, "Grace Hopper");
    assertEquals(204, used.statusCode(), used.body());
    assertEquals(410, use(new Browser(server), link, "Eve").statusCode(), "once");
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static JsonObject of(String... members) {
    var object = Json.createObjectBuilder();
    for (int i = 0; i < members.length; i += 2) {
      object.add(members[i], members[i + 1]);
    }
    return object.build();
  }

  private static JsonStructure read(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.read();
    }
  }

  private static String code(HttpResponse<String> response) {
    return read(response).asJsonObject().getString("code");
  }

  private static HttpResponse<String> use(Browser browser, String link, String name) {
    return browser.json(
        "PUT", "/api/welcome", of("link", link, "name", name, "password", PASSWORD));
  }

  private static HttpResponse<String> login(Browser browser, String login, String password) {
    return browser.json("POST", "/api/login", of("name", login, "password", password));
  }

  /** Somebody with an account, logged in. */
  private static Browser member(String login, String name) {
    var added = admin.json("POST", "/api/accounts", of("login", login, "name", name));
    assertEquals(201, added.statusCode(), added.body());
    String path = read(added).asJsonObject().getString("path");
    Browser browser = new Browser(server);
    assertEquals(204, use(browser, path.substring(path.indexOf('#') + 1), "").statusCode());
    return browser;
  }

  private static String id(Browser browser) {
    return read(browser.get("/api/me")).asJsonObject().getString("id");
  }

  @Test
  void keepsStrangersOutAtEveryDoor() {
    Browser stranger = new Browser(server);
    var page = stranger.get("/room?id=abc");
    assertEquals(302, page.statusCode());
    assertEquals(
        "/login?next=%2Froom%3Fid%3Dabc", page.headers().firstValue("location").orElseThrow());
    var me = stranger.get("/api/me");
    assertEquals(401, me.statusCode());
    assertEquals("login-needed", code(me));
    assertEquals("login-needed", code(stranger.rename("Mallory")));
    assertEquals("login-needed", code(stranger.get("/api/logins")));
    assertEquals("login-needed", code(stranger.get("/api/accounts")));
    assertEquals(200, stranger.get("/api/settings").statusCode());
    try (SignalClient client = SignalClient.connect(server, stranger)) {
      assertEquals("login-needed", client.await("error").getString("code"));
      assertEquals(4007, client.awaitClose());
    }
  }

  @Test
  void takesNoGuestsCookie() throws Exception {
    String secret = Files.readString(server.dataDir().resolve("secret")).strip();
    IdentityCookie cookies = new IdentityCookie(new Secrets(secret), new SiteSettings("/"));
    Browser guest = new Browser(server);
    guest.forge(
        IdentityCookie.NAME
            + "="
            + cookies.value(cookies.named(cookies.stranger(), DisplayName.of("Guest"))));

    assertEquals("login-needed", code(guest.get("/api/me")));
  }

  @Test
  void letsInWhoKnowsThePassword() {
    Browser ada = member("ada", "Ada Lovelace");
    JsonObject me = read(ada.get("/api/me")).asJsonObject();
    assertEquals("Ada Lovelace", me.getString("name"));
    assertEquals("ada", me.getJsonObject("account").getString("login"));
    assertEquals("name-from-account", code(ada.rename("Countess")));

    Browser other = new Browser(server);
    assertEquals("login-failed", code(login(other, "ada", "wrong")));
    var in = login(other, "ADA", PASSWORD);
    assertEquals(204, in.statusCode(), in.body());
    String cookie =
        in.headers().allValues("set-cookie").stream()
            .filter(header -> header.startsWith("plenum-login="))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertFalse(cookie.contains("Secure"), "plain http here");
    assertEquals(id(ada), id(other), "the same person on both browsers");
    try (SignalClient client = SignalClient.connect(server, other)) {
      JsonObject you = client.await("welcome").getJsonObject("you");
      assertEquals("Ada Lovelace", you.getString("name"));
    }
  }

  @Test
  void endsWhatIsConnectedWithTheLogin() {
    Browser bob = member("bob", "Bob");
    Browser phone = new Browser(server);
    assertEquals(204, login(phone, "bob", PASSWORD).statusCode());
    try (SignalClient here = SignalClient.connect(server, bob);
        SignalClient there = SignalClient.connect(server, phone)) {
      here.await("welcome");
      there.await("welcome");
      var logins = read(bob.get("/api/logins")).asJsonArray().getValuesAs(JsonObject.class);
      assertEquals(2, logins.size());
      String other =
          logins.stream()
              .filter(one -> !one.getBoolean("own"))
              .findFirst()
              .orElseThrow()
              .getString("id");
      assertEquals(404, admin.send(delete("/api/logins/" + other)).statusCode(), "none of hers");
      assertEquals(204, bob.send(delete("/api/logins/" + other)).statusCode());

      assertEquals(4007, there.awaitClose());
      assertEquals(401, phone.get("/api/me").statusCode());
      assertFalse(here.isClosed());
      assertEquals(204, bob.send(delete("/api/login")).statusCode());
      assertEquals(4007, here.awaitClose());
      assertEquals(401, bob.get("/api/me").statusCode());
    }
  }

  private static HttpRequest.Builder delete(String path) {
    return HttpRequest.newBuilder(server.url(path)).DELETE();
  }

  @Test
  void changesAPassword() {
    Browser cleo = member("cleo", "Cleo");
    var wrong = cleo.json("PUT", "/api/password", of("present", "x", "wanted", "another long one"));
    assertEquals("login-failed", code(wrong));
    var weak = cleo.json("PUT", "/api/password", of("present", PASSWORD, "wanted", "short"));
    assertEquals("password-weak", code(weak));
    var changed =
        cleo.json("PUT", "/api/password", of("present", PASSWORD, "wanted", "another long one"));
    assertEquals(204, changed.statusCode(), changed.body());
    assertEquals("login-failed", code(login(new Browser(server), "cleo", PASSWORD)));
    assertEquals(204, login(new Browser(server), "cleo", "another long one").statusCode());
  }

  @Test
  void isAdministeredByAdministratorsOnly() {
    Browser dan = member("dan", "Dan");
    String path = "/api/accounts/" + id(dan);
    assertEquals("administrators-only", code(dan.get("/api/accounts")));
    assertEquals(
        "administrators-only",
        code(
            dan.json(
                "PATCH", path, Json.createObjectBuilder().add("administrator", true).build())));
    JsonObject found = read(admin.get("/api/accounts?q=dan")).asJsonObject();
    assertEquals(1, found.getInt("total"));

    var last =
        admin.json(
            "PATCH",
            "/api/accounts/" + id(admin),
            Json.createObjectBuilder().add("blocked", true).build());
    assertEquals("last-administrator", code(last));
    try (SignalClient client = SignalClient.connect(server, dan);
        SignalClient other = SignalClient.connect(server, admin)) {
      String room =
          ask(client, 1, "create-room", ",\"name\":\"Cellar\"")
              .getJsonObject("room")
              .getString("id");
      ask(client, 2, "join-room", ",\"room\":\"" + room + "\"");
      ask(other, 1, "join-room", ",\"room\":\"" + room + "\"");
      var blocked =
          admin.json("PATCH", path, Json.createObjectBuilder().add("blocked", true).build());
      assertEquals(200, blocked.statusCode(), blocked.body());
      assertEquals(4007, client.awaitClose());
      other.awaitChange("room-changed", "member-left");
    }
    assertEquals("account-blocked", code(login(new Browser(server), "dan", PASSWORD)));
    var neither =
        admin.json("PATCH", path, Json.createObjectBuilder().add("blocked", "yes").build());
    assertEquals(400, neither.statusCode(), neither.body());
    assertEquals("account-blocked", code(login(new Browser(server), "dan", PASSWORD)));
    assertEquals(204, admin.send(delete(path)).statusCode());
    assertEquals(404, admin.send(delete(path)).statusCode());
  }

  private static void appoint(String path, boolean administrator) {
    var changed =
        admin.json(
            "PATCH", path, Json.createObjectBuilder().add("administrator", administrator).build());
    assertEquals(200, changed.statusCode(), changed.body());
  }

  private static HttpRequest.Builder form(String body) {
    return HttpRequest.newBuilder(server.url("/admin/accounts"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", server.url("").toString())
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void endsAdministrationWithTheRole() {
    Browser eve = member("eve", "Eve");
    String path = "/api/accounts/" + id(eve);
    appoint(path, true);
    String page = eve.get("/admin/accounts").body();
    Matcher state = VIEW_STATE.matcher(page);
    assertTrue(state.find(), page);
    String body =
        "jakarta.faces.partial.ajax=true&jakarta.faces.ViewState="
            + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
    try (SignalClient client = SignalClient.connect(server, eve);
        SignalClient other = SignalClient.connect(server, admin)) {
      ask(client, 1, "watch-site", "");
      ask(other, 1, "watch-site", "");
      appoint(path, false);

      var part = eve.send(form(body).header("Faces-Request", "partial/ajax"));
      assertEquals(200, part.statusCode(), part.body());
      assertTrue(part.body().contains("<redirect url=\"/admin/accounts\"/>"), part.body());
      assertEquals(302, eve.send(form(body)).statusCode());
      assertEquals(403, eve.get("/admin/accounts").statusCode());

      assertEquals("administrators-only", refusal(client, 2, "watch-site", ""));
      ask(other, 2, "create-room", ",\"name\":\"Attic\"");
      other.await("site-changed");
      client.send("{\"type\":\"watch-site\",\"request\":3}");
      List<String> came = new ArrayList<>();
      client.await(
          message -> {
            came.add(message.getString("type"));
            return message.getInt("request", 0) == 3;
          });
      assertEquals("error", came.get(came.size() - 1));
      assertFalse(came.contains("site-changed"), came.toString());
    }
  }

  @Test
  void tellsAndErasesWhatIsKeptOfAPerson() {
    Browser mia = member("mia", "Mia Muster");
    Browser nils = member("nils", "Nils");
    String id = id(mia);
    String path = "/api/people/" + id + "/data";
    String room;
    try (SignalClient there = SignalClient.connect(server, mia)) {
      there.await("welcome");
      there.send("{\"type\":\"create-room\",\"name\":\"Garden\",\"kind\":\"group\"}");
      room = there.await("room-created").getJsonObject("room").getString("id");
      there.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
      there.await("room");
      there.send("{\"type\":\"send-message\",\"text\":\"Roses first\"}");
      there.await("message-sent");
      String file = FileUpload.whole(server, mia, "roses.txt", "Red");
      there.send("{\"type\":\"send-message\",\"text\":\"\",\"file\":\"" + file + "\"}");
      there.await("message-sent");
      assertTrue(Files.exists(server.dataDir().resolve("files").resolve(file)));

      JsonObject found =
          Json.createObjectBuilder()
              .add("camera", Json.createObjectBuilder().add("label", "Cam").add("width", 1280.5))
              .add("microphone", Json.createObjectBuilder().add("heard", true))
              .build();
      assertEquals(204, mia.json("POST", "/api/device-tests", found).statusCode());
      assertEquals(400, mia.send(post("/api/device-tests", "{")).statusCode());
      assertEquals(400, mia.send(post("/api/device-tests", "{\"camera\":7}")).statusCode());
      assertEquals(400, mia.send(post("/api/device-tests", "")).statusCode());
      JsonObject told = read(mia.get("/api/me/data")).asJsonObject();
      JsonArray tests = told.getJsonArray("deviceTests");
      assertEquals("Cam", tests.getJsonObject(0).getJsonObject("camera").getString("label"));
      JsonObject newest = read(admin.get("/api/device-tests")).asJsonObject();
      assertEquals(tests.get(0), newest.getJsonArray("tests").get(0));
      assertFalse(newest.getBoolean("more"));
      assertEquals("administrators-only", code(nils.get("/api/device-tests")));
      assertEquals("mia", told.getJsonObject("account").getString("login"));
      assertEquals(room, told.getJsonArray("rooms").getJsonObject(0).getString("id"));
      assertEquals(1, told.getJsonArray("attendance").size());
      assertEquals("Roses first", told.getJsonArray("messages").getJsonObject(0).getString("text"));
      assertEquals("roses.txt", told.getJsonArray("messages").getJsonObject(1).getString("file"));
      assertTrue(told.getJsonArray("audit").toString().contains("create-room"));
      assertEquals(
          told.getJsonObject("account"), read(admin.get(path)).asJsonObject().get("account"));
      assertEquals("administrators-only", code(nils.get(path)));
      assertEquals("administrators-only", code(nils.send(delete(path))));
      assertEquals("login-needed", code(new Browser(server).send(delete("/api/me/data"))));

      assertEquals(204, mia.send(delete("/api/me/data")).statusCode());
      assertEquals(4007, there.awaitClose());
      assertFalse(Files.exists(server.dataDir().resolve("files").resolve(file)));
    }
    assertEquals(401, mia.get("/api/me").statusCode());
    assertEquals("login-failed", code(login(new Browser(server), "mia", PASSWORD)));
    JsonObject left = read(admin.get(path)).asJsonObject();
    assertEquals(
        "{\"person\":\"%s\",\"account\":null,\"connections\":[],\"calls\":[],\"guestLinks\":[],\"name\":null,"
                .formatted(id)
            + "\"rooms\":[],\"tokens\":[],\"attendance\":[],\"audit\":[],\"deviceTests\":[],"
            + "\"messages\":[],\"notes\":[],\"quality\":{\"minutes\":[],\"problems\":[]},\"settingChanges\":[]}",
        left.toString());
    try (SignalClient other = SignalClient.connect(server, nils)) {
      other.await("welcome");
      other.send("{\"type\":\"watch-lobby\"}");
      JsonObject garden =
          other.await("lobby").getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
              .filter(one -> one.getString("id").equals(room))
              .findFirst()
              .orElseThrow();
      assertFalse(garden.containsKey("owner"), garden.toString());
    }
    assertEquals("{\"deleted\":{}}", admin.send(deleteOld()).body());
    assertEquals("administrators-only", code(nils.send(deleteOld())));
  }

  @Test
  void findsWhoIsNotOnlineAndLeavesANote() {
    Browser olga = member("olga", "Olga Off");
    Browser otto = member("otto", "Otto On");
    String path = "/api/people/" + id(olga) + "/data";
    try (SignalClient client = SignalClient.connect(server, otto)) {
      assertTrue(client.await("welcome").getBoolean("findsReceivers"));
      client.send("{\"type\":\"find-receivers\",\"text\":\"o\"}");
      assertEquals(0, client.await("receivers").getJsonArray("people").size());
      client.send("{\"type\":\"find-receivers\",\"text\":\"oLGa o\"}");
      JsonArray found = client.await("receivers").getJsonArray("people");
      assertEquals("[{\"id\":\"%s\",\"name\":\"Olga Off\"}]".formatted(id(olga)), found.toString());
      client.send(
          "{\"type\":\"leave-note\",\"request\":1,\"person\":\"%s\",\"text\":\"Call me\"}"
              .formatted(id(olga)));
      assertEquals(1, client.await("done").getInt("request"));
    }
    assertTrue(olga.get("/api/me/data").body().contains("Call me"));
    String toOthers = admin.get(path).body();
    assertTrue(toOthers.contains("Otto On"), toOthers);
    assertFalse(toOthers.contains("Call me"), toOthers);
  }

  private static HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(server.url(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static int fromPortal(String path, String body) {
    return admin.send(post(path, body).header("Origin", "https://portal.example")).statusCode();
  }

  /** As the container reads the path, whatever it looks like. */
  @Test
  void letsPagesOfOtherSitesChangeNothingOfAdministration() {
    String wish = "{\"name\":\"theirs\",\"scopes\":[\"read\"],\"days\":1}";
    assertEquals(403, fromPortal("/api/admin/tokens", wish));
    assertEquals(403, fromPortal("/api/%61dmin/tokens", wish));
    assertEquals(403, fromPortal("/admin/tokens", ""));
    assertFalse(admin.get("/api/admin/tokens").body().contains("theirs"));
    assertEquals(200, fromPortal("/api/admin/check", ""), "a page of this site's, there");
  }

  private static HttpResponse<String> overview(String token) {
    return new Browser(server)
        .send(
            HttpRequest.newBuilder(server.url("/api/admin/overview"))
                .header("Authorization", "Bearer " + token));
  }

  /** Many programs may be behind one address, and one of them may have an old token. */
  @Test
  void takesARightTokenBesideWrongOnes() {
    String wish = "{\"name\":\"ours\",\"scopes\":[\"read\"],\"days\":1}";
    String token =
        read(admin.send(post("/api/admin/tokens", wish))).asJsonObject().getString("text");
    for (int tries = 0; tries < 12; tries++) {
      overview(token + "x");
    }
    assertEquals("token-slowed", code(overview(token + "x")));
    assertEquals(200, overview(token).statusCode());
    assertEquals("token-slowed", code(overview(token + "x")));
  }

  private static HttpRequest.Builder deleteOld() {
    return HttpRequest.newBuilder(server.url("/api/retention"))
        .POST(HttpRequest.BodyPublishers.noBody());
  }

  @Test
  void slowsGuessesDown() {
    Browser eve = new Browser(server);
    HttpResponse<String> answer = login(eve, "nobody-there", "guess");
    for (int i = 0; i < 12 && answer.statusCode() == 401; i++) { // A slow machine waits by itself.
      answer = login(eve, "nobody-there", "guess");
    }
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValue("retry-after").isPresent());
  }

  private static JsonObject ask(SignalClient client, int request, String type, String members) {
    client.send("{\"type\":\"%s\",\"request\":%d%s}".formatted(type, request, members));
    return client.await(answer -> answer.getInt("request", 0) == request);
  }

  private static String refusal(SignalClient client, int request, String type, String members) {
    return ask(client, request, type, members).getString("code", "done");
  }

  @Test
  void letsAnOutsiderIntoOneRoomUntilTheLinkEnds() {
    Browser owner = member("gus", "Gus");
    Browser guest = new Browser(server);
    try (SignalClient gus = SignalClient.connect(server, owner)) {
      String room =
          ask(gus, 1, "create-room", ",\"name\":\"Interview\"")
              .getJsonObject("room")
              .getString("id");
      String other =
          ask(gus, 2, "create-room", ",\"name\":\"Elsewhere\"")
              .getJsonObject("room")
              .getString("id");
      String links = "/api/rooms/" + room + "/guest-links";
      JsonObject made = read(owner.json("POST", links, of())).asJsonObject();
      String token = made.getString("path").replaceFirst(".*#", "");
      assertEquals("name-taken", code(come(guest, token, "Gus")), "a name cannot be borrowed");
      var came = come(guest, token, "Otto");
      assertEquals(200, came.statusCode(), came.body());

      JsonObject me = read(guest.get("/api/me")).asJsonObject();
      assertEquals(room, me.getString("room"));
      assertEquals(200, guest.get("/room?id=" + room).statusCode());
      for (String page : new String[] {"/rooms", "/people", "/account", "/call?id=x"}) {
        assertEquals(302, guest.get(page).statusCode(), page);
      }
      for (String door : new String[] {"/api/accounts", "/api/logins"}) {
        assertEquals("login-needed", code(guest.get(door)), door);
      }
      assertEquals("not-allowed", code(guest.get(links)));
      stays(
          owner, guest, gus, room, other, links + "/" + made.getJsonObject("link").getString("id"));
      assertEquals("guest-link-revoked", code(come(new Browser(server), token, "Late")));
      letsInBesideWrongLinks(owner, links, token);
    }
  }

  /** Who tries links that are none holds up nobody of the same address whose link is good. */
  private void letsInBesideWrongLinks(Browser owner, String links, String wrong) {
    String good =
        read(owner.json("POST", links, of()))
            .asJsonObject()
            .getString("path")
            .replaceFirst(".*#", "");
    Browser stranger = new Browser(server);
    for (int tries = 0; tries < 12; tries++) {
      come(stranger, wrong, "Eve");
    }
    assertEquals("too-many-failures", code(come(stranger, wrong, "Eve")));
    assertEquals(200, come(new Browser(server), good, "Mary").statusCode());
    assertEquals("too-many-failures", code(come(stranger, wrong, "Eve")));
  }

  private static HttpResponse<String> come(Browser browser, String token, String name) {
    return browser.json("PUT", "/api/guest", of("link", token, "name", name));
  }

  private void stays(
      Browser owner, Browser guest, SignalClient gus, String room, String other, String link) {
    try (SignalClient otto = SignalClient.connect(server, guest)) {
      String id = otto.await("welcome").getJsonObject("you").getString("id");
      String own = ",\"room\":\"" + room + "\"";
      String others = ",\"room\":\"" + other + "\"";
      assertEquals("room", ask(otto, 1, "join-room", own).getString("type"));
      String url = ask(otto, 2, "request-publish", ",\"source\":\"camera\"").getString("url");
      assertEquals("not-allowed", refusal(otto, 3, "watch-lobby", ""));
      assertEquals("not-allowed", refusal(otto, 4, "create-room", ",\"name\":\"Mine\""));
      assertEquals("not-allowed", refusal(otto, 5, "join-room", others));
      assertEquals("not-allowed", refusal(otto, 6, "watch-room", others));
      String call = ",\"person\":\"" + id(owner) + "\"";
      assertEquals("not-allowed", refusal(otto, 7, "start-call", call));
      assertEquals("not-allowed", refusal(otto, 8, "add-device", ",\"name\":\"Camera\""));
      assertEquals("person-offline", refusal(gus, 3, "start-call", ",\"person\":\"" + id + "\""));
      assertFalse(ask(gus, 4, "watch-lobby", "").getJsonArray("people").toString().contains(id));

      assertEquals(204, owner.send(delete(link)).statusCode());
      assertEquals(4008, otto.awaitClose());
      HttpRequest.Builder offer =
          HttpRequest.newBuilder(server.url(url))
              .header("Content-Type", "application/sdp")
              .POST(HttpRequest.BodyPublishers.ofString("v=0\r\n"));
      assertEquals("stream-closed", code(guest.send(offer)));
    }
    assertEquals("login-needed", code(guest.get("/api/me")));
    assertEquals("guest-link-revoked", code(guest.get("/api/guest")));
    assertEquals(
        "/guest", guest.get("/room?id=" + room).headers().firstValue("location").orElseThrow());
    try (SignalClient late = SignalClient.connect(server, guest)) {
      assertEquals(4007, late.awaitClose());
    }
  }

  /** As somebody does at the machine, while the server runs. */
  @Test
  void makesAnAdministratorByTheCommand() throws Exception {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dplenum.identity.mode=local",
                "-jar",
                Path.of(System.getProperty("plenum.test.target", "target"), "plenum.jar")
                    .toString(),
                "--data",
                server.dataDir().toString(),
                "--make-administrator",
                "Judy")
            .redirectErrorStream(true)
            .start();
    String told = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, command.waitFor(), told);
    String link = told.substring(told.indexOf('#') + 1).strip();
    JsonObject invited =
        read(new Browser(server).json("POST", "/api/welcome", of("link", link))).asJsonObject();
    assertEquals("judy", invited.getString("login"));

    Browser judy = new Browser(server);
    assertEquals(204, use(judy, link, "Judy").statusCode());
    assertEquals(200, judy.get("/api/accounts").statusCode());
    assertEquals("link-invalid", code(use(new Browser(server), link, "Eve")));
  }

  @Test
  void outlivesARestart() {
    Browser kim = member("kim", "Kim");
    server.restart();

    assertEquals(200, kim.get("/api/me").statusCode(), "still logged in");
    assertEquals(200, admin.get("/api/accounts").statusCode());
    assertEquals(204, login(new Browser(server), "kim", PASSWORD).statusCode());
    assertFalse(server.output().contains("welcome#"), "there is an administrator");
  }
}
