package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.FileUpload;
import plenum.testing.PlenumServer;
import plenum.testing.PostgresServer;
import plenum.testing.SignalClient;

/** Messages of a room that keeps them, over a restart of the server, in each database. */
class ChatKeptIT {

  private static final List<String> SAID = List.of("<b>for all</b>\n站会", "as promised");

  private static final Map<String, String> FILES =
      Map.of(
          "plenum.chat.files.permitted", "true",
          "plenum.chat.files.free-megabytes", "0");

  @Test
  void areThereAfterARestartWithAFile() {
    PlenumServer server = PlenumServer.start(FILES);
    try {
      outlastsARestart(server);
    } finally {
      server.stop();
    }
  }

  @Test
  void areThereAfterARestartWithPostgres() {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().orElseThrow());
    try (PostgresServer postgres = new PostgresServer()) {
      PlenumServer server = PlenumServer.start(with(postgres));
      try {
        outlastsARestart(server);
      } finally {
        server.stop();
      }
    }
  }

  private static Map<String, String> with(PostgresServer postgres) {
    Map<String, String> settings = new HashMap<>(FILES);
    settings.put("plenum.store.url", postgres.freshDatabase());
    settings.put("plenum.store.username", PostgresServer.USER);
    settings.put("plenum.store.password", PostgresServer.PASSWORD);
    return settings;
  }

  private static void outlastsARestart(PlenumServer server) {
    Browser adas = Browser.named(server, "Ada");
    Browser graces = Browser.named(server, "Grace");
    Browser eves = Browser.named(server, "Eve");
    String room = talk(server, adas, graces, eves);
    server.restart();

    try (SignalClient grace = SignalClient.connect(server, graces);
        SignalClient eve = SignalClient.connect(server, eves)) {
      SignalIT.join(grace, room);
      JsonObject graceReads = watch(grace);
      assertEquals(SAID, texts(graceReads, "messages"));
      assertEquals("Plan", file(server, graces, room, graceReads));
      assertEquals(List.of("psst"), texts(graceReads, "personal"));
      SignalIT.join(eve, room);
      JsonObject eveReads = watch(eve);
      assertEquals(SAID, texts(eveReads, "messages"));
      assertEquals(List.of(), texts(eveReads, "personal"));
    }
    assertTaken(server, room, adas, eves);
  }

  private static String talk(PlenumServer server, Browser adas, Browser graces, Browser eves) {
    try (SignalClient ada = SignalClient.connect(server, adas);
        SignalClient grace = SignalClient.connect(server, graces)) {
      String room = SignalIT.create(ada, "Kept");
      SignalIT.join(ada, room);
      String graceId = SignalIT.join(grace, room).getString("you");
      ada.send(
          "{\"type\":\"set-room-options\",\"room\":\"%s\",\"options\":{\"messageDays\":2}}"
              .formatted(room));
      ada.await("room-options");
      ada.send("{\"type\":\"send-message\",\"text\":\"<b>for all</b>\\n站会\"}");
      ada.await("message-sent");
      ada.send("{\"type\":\"send-message\",\"text\":\"psst\",\"to\":\"%s\"}".formatted(graceId));
      ada.await("message-sent");
      String file = FileUpload.whole(server, adas, "plan.txt", "Plan");
      ada.send("{\"type\":\"send-message\",\"text\":\"as promised\",\"file\":\"" + file + "\"}");
      ada.await("message-sent");
      return room;
    }
  }

  /** What is in the file that the last message brought along. */
  private static String file(
      PlenumServer server, Browser browser, String room, JsonObject snapshot) {
    JsonObject last = snapshot.getJsonArray("messages").getJsonObject(SAID.size() - 1);
    assertEquals("plan.txt", last.getJsonObject("file").getString("name"));
    return browser
        .send(
            HttpRequest.newBuilder(
                server.url("/api/attachments/%s/%s".formatted(room, last.getString("id")))))
        .body();
  }

  private static JsonObject watch(SignalClient client) {
    client.send("{\"type\":\"watch-chat\"}");
    return client.await("chat");
  }

  private static List<String> texts(JsonObject snapshot, String which) {
    return snapshot.getJsonArray(which).getValuesAs(one -> one.asJsonObject().getString("text"));
  }

  /** The owner takes along what was for everybody, and nobody else does. */
  private static void assertTaken(
      PlenumServer server, String room, Browser owner, Browser stranger) {
    HttpResponse<String> text = get(server, owner, room, "text");
    assertTrue(text.body().contains(": <b>for all</b>\n\t站会\n"), text.body());
    assertTrue(text.body().endsWith(": [plan.txt] as promised\n"), text.body());
    assertTrue(text.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    assertEquals(
        "attachment; filename=\"messages.txt\"",
        text.headers().firstValue("Content-Disposition").orElse(""));
    String json = get(server, owner, room, "json").body();
    assertTrue(json.contains("<b>for all</b>\\n站会"), json);
    assertFalse(json.contains("psst"), json);
    assertEquals(403, get(server, stranger, room, "json").statusCode());
    assertEquals(404, get(server, owner, "none", "text").statusCode());
  }

  private static HttpResponse<String> get(
      PlenumServer server, Browser browser, String room, String form) {
    return browser.send(
        HttpRequest.newBuilder(server.url("/api/rooms/%s/messages/%s".formatted(room, form))));
  }
}
