package plenum.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.account.oidc.ProviderForTests;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A site whose people a provider knows. */
class ProviderIT {

  private static ProviderForTests provider;
  private static PlenumServer server;

  @BeforeAll
  static void start() {
    provider = new ProviderForTests();
    server =
        PlenumServer.start(
            Map.of(
                "plenum.identity.mode",
                "oidc",
                "plenum.media.trusted-proxies",
                "127.0.0.1",
                "plenum.identity.administrators",
                "plenum-admins",
                "plenum.oidc.issuer",
                provider.issuer().toString(),
                "plenum.oidc.client-id",
                ProviderForTests.CLIENT,
                "plenum.oidc.client-secret",
                ProviderForTests.SECRET,
                "plenum.oidc.groups-claim",
                "realm_access.roles"));
  }

  @AfterAll
  static void stop() {
    server.stop();
    provider.close();
  }

  private static JsonObject read(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response.body());
    return response.headers().firstValue("location").orElseThrow();
  }

  /** Goes to the provider and back, and answers where one is led then. */
  private static String travel(Browser browser, String next) {
    URI there = URI.create(location(browser.get("/api/oidc/login?next=" + encoded(next))));
    Map<String, String> back = provider.visit(there);
    return location(
        browser.get(
            "/api/oidc/callback?code="
                + back.get("code")
                + "&state="
                + encoded(back.get("state"))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void letsInWhomTheProviderKnows() {
    provider.say("realm_access", Map.of("roles", List.of("plenum-admins")));
    Browser ada = new Browser(server);
    assertTrue(ada.get("/login?next=%2Fpeople").body().contains("/api/oidc/login?next=%2Fpeople"));
    assertTrue(travel(ada, "/room?id=a b".replace(" ", "%20")).endsWith("/room?id=a%20b"));

    JsonObject me = read(ada.get("/api/me"));
    assertEquals("Ada Lovelace", me.getString("name"));
    assertEquals(
        "[\"administrator\",\"user\"]",
        me.getJsonObject("account").getJsonArray("roles").toString());
    try (SignalClient client = SignalClient.connect(server, ada)) {
      client.await("welcome");
      var out = ada.send(HttpRequest.newBuilder(server.url("/api/login")).DELETE());
      assertEquals(200, out.statusCode());
      String next = read(out).getString("next");
      assertTrue(next.startsWith(provider.issuer() + "/logout?"), next);
      assertTrue(next.contains("id_token_hint="), next);
      assertEquals(4007, client.awaitClose());
    }
    assertEquals(401, ada.get("/api/me").statusCode());
  }

  @Test
  void leadsNowhereElse() {
    assertTrue(travel(new Browser(server), "https://evil.example/").endsWith("/rooms"));
    assertTrue(travel(new Browser(server), "//evil.example/").endsWith("/rooms"));
  }

  @Test
  void letsNobodyInWhoDoesNotComeFromThere() {
    Browser eve = new Browser(server);
    assertTrue(
        location(eve.get("/api/oidc/callback?code=x&state=y"))
            .endsWith("/login?refused=login-failed"));
    eve.get("/api/oidc/login");
    assertTrue(
        location(eve.get("/api/oidc/callback?code=x&state=y"))
            .endsWith("/login?refused=login-failed"));
    assertEquals(401, eve.get("/api/me").statusCode());
  }

  private static HttpResponse<String> tell(String token) {
    return new Browser(server)
        .send(logout(token).header("Content-Type", "application/x-www-form-urlencoded"));
  }

  private static HttpRequest.Builder logout(String token) {
    return HttpRequest.newBuilder(server.url("/api/oidc/back-channel"))
        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token));
  }

  @Test
  void takesLogoutTokensByFormsAlone() {
    Browser somebody = new Browser(server);
    assertEquals(400, somebody.send(logout("x")).statusCode());
    assertEquals(415, somebody.send(logout("x").header("Content-Type", "text/plain")).statusCode());
    assertEquals(400, tell("").statusCode());
  }

  @Test
  void endsLoginsWhenTheProviderSaysSo() {
    provider.say("sid", "one");
    Browser here = new Browser(server);
    travel(here, "/rooms");
    provider.say("sid", "two");
    Browser there = new Browser(server);
    travel(there, "/rooms");
    try (SignalClient first = SignalClient.connect(server, here);
        SignalClient second = SignalClient.connect(server, there)) {
      first.await("welcome");
      second.await("welcome");
      assertEquals(400, tell("x").statusCode());
      assertEquals(400, tell(provider.logoutToken(Map.of("aud", "another"))).statusCode());
      var told = tell(provider.logoutToken(Map.of("sid", "one")));
      assertEquals(200, told.statusCode(), told.body());
      assertEquals("no-store", told.headers().firstValue("cache-control").orElseThrow());
      assertEquals(4007, first.awaitClose());
      assertEquals(401, here.get("/api/me").statusCode());
      assertEquals(200, there.get("/api/me").statusCode(), "another session of the provider's");
      assertEquals(200, tell(provider.logoutToken(Map.of())).statusCode());
      assertEquals(4007, second.awaitClose());
      assertEquals(200, tell(provider.logoutToken(Map.of("sub", "nobody"))).statusCode());
    }
  }

  @Test
  void comesBackByHttpsBehindAProxy() {
    var there =
        new Browser(server)
            .send(
                HttpRequest.newBuilder(server.url("/api/oidc/login"))
                    .header("X-Forwarded-Proto", "https")
                    .GET());
    assertTrue(location(there).contains("redirect_uri=https%3A%2F%2F"), location(there));
    assertTrue(
        there.headers().firstValue("set-cookie").orElseThrow().contains("; Secure"), "by https");
  }
}
