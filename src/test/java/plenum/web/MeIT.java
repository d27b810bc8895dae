package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;

@Quick
class MeIT {

  private final PlenumServer server = PlenumServer.shared();

  @Test
  void givesAStrangerASignedCookie() {
    var response = new Browser(server).get("/api/me");

    String cookie = response.headers().firstValue("set-cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertFalse(json(response).containsKey("name"));
  }

  @Test
  void remembersTheNameAcrossRequests() {
    Browser browser = new Browser(server);
    String id = json(browser.get("/api/me")).getString("id");

    assertEquals(200, browser.rename("  Ada 爱达 👩‍🚀 ").statusCode());

    JsonObject me = json(browser.get("/api/me"));
    assertEquals("Ada 爱达 👩‍🚀", me.getString("name"));
    assertEquals(id, me.getString("id"));
  }

  @Test
  void takesATamperedCookieForAStranger() {
    Browser browser = Browser.named(server, "Tampered");
    String id = json(browser.get("/api/me")).getString("id");
    String cookie = browser.cookie().orElseThrow();
    browser.forge(cookie.substring(0, cookie.length() - 4) + "AAAA");

    assertNotEquals(id, json(browser.get("/api/me")).getString("id"));
  }

  @Test
  void refusesAnUnusableNameWithAProblem() {
    var response = new Browser(server).rename("\u202Eevil");

    assertEquals(400, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("content-type").orElseThrow());
    assertEquals("name-invalid", json(response).getString("code"));
  }

  @Test
  void refusesABodyThatIsNotJson() {
    var response = new Browser(server).put("/api/me", "application/json", "{\"name\":");

    assertEquals(400, response.statusCode());
    assertFalse(response.body().contains("Exception"), response.body());
  }

  @Test
  void namesTheMemberThatIsOfAnotherKind() {
    var response = new Browser(server).put("/api/me", "application/json", "{\"name\":7}");

    assertEquals(400, response.statusCode());
    assertEquals("bad-request", json(response).getString("code"));
    assertEquals("The member \"name\" must be text.", json(response).getString("detail"));
  }

  @Test
  void refusesAnotherContentType() {
    var response = new Browser(server).put("/api/me", "text/plain", "{\"name\":\"Ada\"}");

    assertEquals(415, response.statusCode());
    assertEquals(415, json(response).getInt("status"));
  }

  @Test
  void refusesAPageOfAnotherSite() {
    var response =
        new Browser(server)
            .send(
                HttpRequest.newBuilder(server.url("/api/me"))
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"Mallory\"}")));

    assertEquals(403, response.statusCode());
    assertEquals("origin", json(response).getString("code"));
  }

  @Test
  void answersAnUnknownResourceWithAProblem() {
    var response = new Browser(server).get("/api/nothing");

    assertEquals(404, response.statusCode());
    assertEquals(404, json(response).getInt("status"));
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
