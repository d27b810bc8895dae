package plenum.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.account.ldap.DirectoryForTests;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A site below a path, behind a proxy, with a company's directory, and with guests beside. */
class DirectoryIT {

  private static final String SITE = "/plenum";

  private static DirectoryForTests directory;
  private static PlenumServer server;

  @BeforeAll
  static void start() throws Exception {
    directory = DirectoryForTests.plain();
    String ada = directory.person("ada", "Ada Lovelace");
    directory.person("bob", "Bob");
    directory.group("plenum-admins", ada);
    server =
        PlenumServer.start(
            Map.ofEntries(
                Map.entry("plenum.identity.mode", "ldap"),
                Map.entry("plenum.identity.guests", "true"),
                Map.entry("plenum.identity.administrators", "plenum-admins"),
                Map.entry("plenum.ldap.servers", directory.address("ldap").toString()),
                Map.entry("plenum.ldap.base", DirectoryForTests.PEOPLE),
                Map.entry("plenum.ldap.bind-dn", DirectoryForTests.SEARCHER),
                Map.entry("plenum.ldap.bind-password", "searching"),
                Map.entry("plenum.ldap.group-base", DirectoryForTests.GROUPS),
                Map.entry("plenum.http.context-path", SITE),
                Map.entry("plenum.media.trusted-proxies", "127.0.0.1")));
  }

  @AfterAll
  static void stop() {
    server.stop();
    directory.close();
  }

  private static JsonObject read(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static JsonObject of(String... members) {
    var object = Json.createObjectBuilder();
    for (int i = 0; i < members.length; i += 2) {
      object.add(members[i], members[i + 1]);
    }
    return object.build();
  }

  private static HttpResponse<String> login(Browser browser, String login, String password) {
    return browser.json("POST", SITE + "/api/login", of("name", login, "password", password));
  }

  private static HttpResponse<String> rename(Browser browser, String name) {
    return browser.json("PUT", SITE + "/api/me", of("name", name));
  }

  @Test
  void makesAnAdministratorOfAMemberOfTheGroup() {
    Browser ada = new Browser(server);
    assertEquals("login-failed", read(login(ada, "ada", "wrong")).getString("code"));
    assertEquals("login-failed", read(login(ada, "ada", "")).getString("code"));
    assertEquals(204, login(ada, "ada", "ada!").statusCode());

    JsonObject account = read(ada.get(SITE + "/api/me")).getJsonObject("account");
    assertEquals("[\"administrator\",\"user\"]", account.getJsonArray("roles").toString());
    assertFalse(account.getBoolean("passwordHere"));
    assertEquals(200, ada.get(SITE + "/api/accounts").statusCode());
    JsonObject changed =
        read(
            ada.json(
                "PUT",
                SITE + "/api/password",
                of("present", "ada!", "wanted", "another one, long")));
    assertEquals("password-elsewhere", changed.getString("code"));

    Browser windows = new Browser(server);
    assertEquals(204, login(windows, "CORP\\Ada", "ada!").statusCode());
    assertEquals(read(ada.get(SITE + "/api/me")), read(windows.get(SITE + "/api/me")));
  }

  @Test
  void lendsNoGuestTheNameOfAnAccount() {
    Browser guest = new Browser(server);
    assertEquals(200, rename(guest, "Bob").statusCode());
    try (SignalClient before = SignalClient.connect(server, guest, SITE + "/signal")) {
      String id = before.await("welcome").getJsonObject("you").getString("id");
      before.send("{\"type\":\"watch-lobby\"}").await("lobby");
      Browser bob = new Browser(server);
      assertEquals(204, login(bob, "bob", "bob!").statusCode());
      try (SignalClient own = SignalClient.connect(server, bob, SITE + "/signal")) {
        JsonObject you = own.await("welcome").getJsonObject("you");
        assertEquals("Bob", you.getString("name"));
        assertFalse(you.getString("id").equals(id));
        before.await(
            message ->
                message.toString().contains("\"Bob (2)\"") && message.toString().contains(id));
      }
      assertEquals("name-taken", read(rename(new Browser(server), "BOB")).getString("code"));
    }
  }

  @Test
  void marksCookiesForTheSiteAndForHttps() {
    HttpResponse<String> in =
        new Browser(server)
            .send(
                HttpRequest.newBuilder(server.url(SITE + "/api/login"))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-For", "192.0.2.7")
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            of("name", "bob", "password", "bob!").toString())));
    String cookie =
        in.headers().allValues("set-cookie").stream()
            .filter(header -> header.startsWith("plenum-login="))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.contains("; Path=/plenum/;"), cookie);
    assertTrue(cookie.endsWith("; Secure"), cookie);
  }

  @Test
  void letsGuestsOpenPages() {
    HttpResponse<String> page = new Browser(server).get(SITE + "/rooms");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("href=\"/plenum/login\""), "a way to log in");
  }
}
