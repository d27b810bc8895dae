package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plenum.identity.Scope;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;

/** What a program does that has a token; an empty one is none. */
final class ProgramSteps {

  private final HttpClient http = HttpClient.newHttpClient();
  private final PlenumServer server;
  private final String token;

  ProgramSteps(PlenumServer server, String token) {
    this.server = server;
    this.token = token;
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private JsonObject get(String path) {
    HttpResponse<String> answer = ask("GET", "/api/admin/" + path, "");
    assertEquals(200, answer.statusCode(), path + ": " + answer.body());
    return json(answer);
  }

  private void refused(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, json(answer).getString("code"));
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  /** Everything that can be seen, and that no other door is opened. */
  void looksAround() {
    for (String path :
        new String[] {
          "overview",
          "overview/hour",
          "overview/day",
          "findings",
          "meetings",
          "streams",
          "nodes",
          "nodes/embedded/hour",
          "nodes/embedded/day",
          "sessions",
          "accounts",
          "guest-links",
          "openapi"
        }) {
      assertTrue(get(path).size() > 0, path);
    }
    refused(401, "login-needed", ask("GET", "/api/accounts", ""));
    refused(404, "no-such-room", ask("GET", "/api/admin/meetings/nowhere", ""));
    refused(404, "no-such-room", ask("GET", "/api/admin/meetings/nowhere/timeline", ""));
    refused(
        400, "malformed-request", ask("GET", "/api/admin/meetings/nowhere/timeline?at=noon", ""));
    assertEquals(404, ask("GET", "/api/admin/nodes/nowhere/day", "").statusCode());
    assertEquals("offline", get("people/" + "x".repeat(22)).getString("presence"));
    assertEquals(302, ask("GET", "/admin/tokens", "").statusCode());
    readsRecordsInParts();
    knowsWhatItIsAskedFor();
    String described = ask("GET", "/openapi", "", "Accept", "application/json").body();
    assertTrue(described.contains("\"/api/admin/overview\""), described);
    assertFalse(described.contains("\"/api/login\""), described);
  }

  private void readsRecordsInParts() {
    JsonObject first = get("records/audit?limit=1");
    JsonObject second = get("records/audit?limit=1&after=" + first.getString("next"));
    assertEquals(1, first.getJsonArray("items").size());
    assertEquals(1, second.getJsonArray("items").size());
    String newer = first.getJsonArray("items").getJsonObject(0).getString("at");
    String older = second.getJsonArray("items").getJsonObject(0).getString("at");
    assertTrue(newer.compareTo(older) >= 0, newer + " is told before " + older);
    refused(400, "malformed-request", ask("GET", "/api/admin/records/audit?after=bm9uc2Vuc2U", ""));
  }

  /** A filter with a slip of the pen lets nothing through. */
  private void knowsWhatItIsAskedFor() {
    for (String path :
        new String[] {
          "records/audit?acct=login",
          "records/audit?limit=2&acct=login",
          "records/audit?words=shwon&act=log",
          "records/audit?limit=2&words=shown&act=log",
          "records/quality?limit=2&score=5",
          "meetings?naem=Hall",
          "streams?format=csv&naem=Ada",
          "sessions?nod=embedded",
          "accounts?name=ada",
          "overview?limit=1"
        }) {
      refused(400, "malformed-request", ask("GET", "/api/admin/" + path, ""));
    }
    assertEquals(0, get("meetings?name=no+room+has+this+name").getJsonArray("items").size());
    String detail = json(ask("GET", "/api/admin/accounts?name=ada", "")).getString("detail");
    assertTrue(detail.contains("name") && detail.contains("after, limit, q"), detail);
  }

  /** An account from its beginning to its end. */
  void keepsAnAccount() {
    HttpResponse<String> made =
        ask("POST", "/api/admin/accounts", "{\"login\":\"bob\",\"name\":\"Bob\"}");
    assertEquals(201, made.statusCode(), made.body());
    String path =
        made.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api", "/api");
    String tag = made.headers().firstValue("ETag").orElseThrow();
    refused(
        409,
        "login-name-taken",
        ask("POST", "/api/admin/accounts", "{\"login\":\"bob\",\"name\":\"Bobby\"}"));
    String blocked = "{\"blocked\":true}";
    refused(428, "precondition-required", ask("PATCH", path, blocked));
    refused(412, "precondition-failed", ask("PATCH", path, blocked, "If-Match", "\"other\""));
    HttpResponse<String> changed = ask("PATCH", path, blocked, "If-Match", tag);
    assertEquals(200, changed.statusCode(), changed.body());
    assertTrue(json(changed).getBoolean("blocked"));
    String now = changed.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, ask("GET", path, "", "If-None-Match", now).statusCode());
    assertEquals(200, ask("GET", path, "", "If-None-Match", tag).statusCode());
    assertEquals(200, ask("GET", path + "/logins", "").statusCode());
    refused(412, "precondition-failed", ask("DELETE", path, "", "If-Match", tag));
    assertEquals(204, ask("DELETE", path, "", "If-Match", now).statusCode());
    refused(404, "no-such-account", ask("GET", path, ""));
  }

  /** A setting is another one, and what it was again. */
  void changesASetting() {
    String path = "/api/admin/settings/plenum.rooms.devices";
    HttpResponse<String> before = ask("GET", path, "");
    assertEquals("4", json(before).getString("value"), before.body());
    String tag = before.headers().firstValue("ETag").orElseThrow();
    refused(428, "precondition-required", ask("PUT", path, "{\"value\":\"5\"}"));
    refused(400, "malformed-request", ask("PUT", path, "{}", "If-Match", tag));
    refused(400, "setting-invalid", ask("PUT", path, "{\"value\":\"x\"}", "If-Match", tag));
    HttpResponse<String> changed = ask("PUT", path, "{\"value\":\"5\"}", "If-Match", tag);
    assertEquals("changed", json(changed).getString("origin"), changed.body());
    refused(412, "precondition-failed", ask("DELETE", path, "", "If-Match", tag));
    HttpResponse<String> again = ask("DELETE", path, "", "If-Match", "*");
    assertEquals("4", json(again).getString("value"), again.body());
  }

  /**
   * A webhook from its beginning to its end.
   *
   * @param address of a receiver
   */
  void keepsAWebhook(String address) {
    String doors = "/api/admin/webhooks";
    refused(400, "webhook-address", ask("POST", doors, webhook("ftp://x/", "room.opened")));
    HttpResponse<String> unknown = ask("POST", doors, webhook(address, "room.painted"));
    refused(400, "webhook-events", unknown);
    assertTrue(unknown.body().contains("room.opened"), unknown.body());
    HttpResponse<String> made = ask("POST", doors, webhook(address, "call.ended"));
    assertEquals(201, made.statusCode(), made.body());
    assertTrue(json(made).getString("secret").startsWith("whsec_"), made.body());
    String path =
        made.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api", "/api");
    String tag = made.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, ask("GET", path, "", "If-None-Match", tag).statusCode());
    String other = webhook(address, "quality.bad");
    refused(428, "precondition-required", ask("PUT", path, other));
    refused(412, "precondition-failed", ask("PUT", path, other, "If-Match", "\"other\""));
    HttpResponse<String> changed = ask("PUT", path, other, "If-Match", tag);
    assertEquals("[\"quality.bad\"]", json(changed).get("events").toString(), changed.body());
    assertFalse(ask("GET", path, "").body().contains("whsec_"));
    delivers(path);
    refused(412, "precondition-failed", ask("DELETE", path, "", "If-Match", tag));
    String now = changed.headers().firstValue("ETag").orElseThrow();
    assertEquals(204, ask("DELETE", path, "", "If-Match", now).statusCode());
    refused(404, "no-such-webhook", ask("GET", path, ""));
  }

  private static String webhook(String address, String event) {
    return "{\"address\":\"%s\",\"events\":[\"%s\"]}".formatted(address, event);
  }

  private void delivers(String path) {
    assertEquals(202, ask("POST", path + "/test", "").statusCode());
    String message = tries(path, 1).getJsonObject(0).getString("message");
    refused(404, "no-such-delivery", ask("POST", path + "/deliveries/none/retry", ""));
    assertEquals(202, ask("POST", path + "/deliveries/" + message + "/retry", "").statusCode());
    JsonArray both = tries(path, 2);
    assertEquals(message, both.getJsonObject(0).getString("message"), both.toString());
    assertEquals(2, both.getJsonObject(0).getInt("attempt"), both.toString());
    assertEquals("delivered", both.getJsonObject(1).getString("result"), both.toString());
    JsonObject part = json(ask("GET", path + "/deliveries?limit=1", ""));
    String after = "/deliveries?after=" + part.getString("next");
    JsonObject rest = json(ask("GET", path + after, ""));
    assertEquals(both.subList(0, 1), part.getJsonArray("items"));
    assertEquals(both.subList(1, 2), rest.getJsonArray("items"));
  }

  private JsonArray tries(String path, int count) {
    return Waiting.until(
        count + " tries",
        Duration.ofSeconds(60),
        () -> json(ask("GET", path + "/deliveries", "")).getJsonArray("items"),
        list -> list.size() == count);
  }

  /** A program sees tokens, makes none, and ends its own. */
  void endsItsOwnToken(String name) {
    String doors = "/api/admin/tokens";
    String mine =
        get("tokens").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("name").equals(name))
            .map(one -> one.getString("id"))
            .findFirst()
            .orElseThrow();
    String wish = "{\"name\":\"another\",\"scopes\":[\"read\"],\"days\":1}";
    refused(403, "persons-only", ask("POST", doors, wish));
    refused(403, "persons-only", ask("DELETE", doors + "/another", ""));
    assertEquals(name, json(ask("GET", doors + "/" + mine, "")).getString("name"));
    assertEquals(204, ask("DELETE", doors + "/" + mine, "").statusCode());
    refused(401, "token-invalid", ask("GET", doors, ""));
  }

  /** Somebody in a meeting is muted, and the meeting cannot be closed by accident. */
  void mutes(String room, String person) {
    String path =
        get("meetings").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(meeting -> meeting.getString("name").equals(room))
            .map(meeting -> "/api/admin/meetings/" + meeting.getString("id"))
            .findFirst()
            .orElseThrow();
    String id =
        json(ask("GET", path, "")).getJsonArray("people").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("name").equals(person))
            .map(one -> one.getString("id"))
            .findFirst()
            .orElseThrow();
    assertEquals(204, ask("POST", path + "/people/" + id + "/mute", "").statusCode());
    refused(409, "room-not-empty", ask("DELETE", path, ""));
    refused(404, "no-such-member", ask("POST", path + "/people/nobody/mute", ""));
  }

  /** What a page tells of a meeting and of somebody in it. */
  void readsTheTimeline(String room, String person) {
    JsonObject held = get("meetings/" + room + "/timeline");
    JsonObject first = held.getJsonArray("items").getJsonObject(0);
    assertTrue(held.getBoolean("running"), held.toString());
    assertEquals("came", first.getString("kind"));
    assertEquals(person, first.getString("name"));
    JsonObject now = get("people/" + first.getString("person"));
    assertEquals(
        List.of(room, "online"), List.of(now.getString("room"), now.getString("presence")));
    assertEquals(1, now.getJsonArray("places").size());
  }

  /** Every door that is described, by a program that may only read, and by nobody. */
  void findsOtherDoorsClosed() {
    JsonObject paths = get("openapi").getJsonObject("paths");
    paths.forEach(
        (path, verbs) ->
            verbs
                .asJsonObject()
                .forEach((verb, door) -> findsClosed(verb.toUpperCase(Locale.ROOT), path, door)));
  }

  private void findsClosed(String verb, String path, JsonValue door) {
    String some = path.replaceAll("\\{\\w+}", "some");
    refused(401, "login-needed", new ProgramSteps(server, "").ask(verb, some, "{}"));
    HttpResponse<String> answer = ask(verb, some, "{}");
    String scope = door.asJsonObject().getString("description").replaceFirst(".*: ", "");
    if (scope.equals("read")) {
      assertTrue(Set.of(200, 404).contains(answer.statusCode()), verb + path + answer.body());
    } else if (Scope.of(scope).isPresent()) {
      refused(403, "scope-missing", answer);
    } else {
      assertTrue(Set.of(400, 403).contains(answer.statusCode()), verb + path + answer.body());
    }
  }

  /** The token is good no longer, and whoever goes on has to wait. */
  void isTurnedAway() {
    refused(401, "token-invalid", ask("GET", "/api/admin/overview?limit=1", ""));
    HttpResponse<String> answer = ask("GET", "/api/admin/overview", "");
    for (int more = 0; more < 20 && answer.statusCode() == 401; more++) {
      answer = ask("GET", "/api/admin/overview", "");
    }
    refused(429, "token-slowed", answer);
  }
}
