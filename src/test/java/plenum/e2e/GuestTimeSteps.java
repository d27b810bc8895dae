package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A guest link that is good for a minute, and everybody whom it let in when that is over. */
final class GuestTimeSteps {

  private static final String OVER = "The time of this guest link is over";
  private static final double PATIENCE_MILLIS = 90_000;

  /** As the dialog of a room's options does; nobody chooses a minute there. */
  private static final String MAKE =
      """
      async ({ room }) => {
        const headers = { "Content-Type": "application/json" };
        const body = JSON.stringify({ minutes: 1, once: false });
        const answer = await fetch(`/api/rooms/${room}/guest-links`, { method: "POST", headers, body });
        return (await answer.json()).path;
      }
      """;

  private final PlenumServer server;
  private final Page guest;
  private final Browser otto;
  private final SignalClient connection;
  private final String room;
  private final String token;
  private final String publish;

  /**
   * Makes the link, and two people come by it: one by a browser.
   *
   * @param owner the page of who may invite
   * @param guest the one of a stranger
   */
  GuestTimeSteps(PlenumServer server, Page owner, Page guest) {
    this.server = server;
    this.guest = guest;
    this.otto = new Browser(server);
    String before = owner.url();
    RoomsPage rooms = new RoomsPage(owner);
    owner.navigate(server.url("/rooms").toString());
    rooms.create("A minute");
    rooms.join("A minute");
    room = owner.url().replaceFirst(".*id=", "");
    String path = owner.evaluate(MAKE, Map.of("room", room)).toString();
    token = path.substring(path.indexOf('#') + 1);

    assertEquals(200, come(otto).statusCode());
    connection = SignalClient.connect(server, otto);
    assertEquals("room", ask(1, "join-room", ",\"room\":\"" + room + "\"").getString("type"));
    publish = ask(2, "request-publish", ",\"source\":\"camera\"").getString("url");
    assertEquals("malformed-offer", code(offer()));
    guest.navigate(server.url("/guest#" + token).toString());
    guest.locator("#name").fill("Guest of a minute");
    guest.locator("#go").click();
    new RoomPage(guest).awaitSeat();
    owner.navigate(before);
  }

  private HttpResponse<String> come(Browser browser) {
    JsonObject use = Json.createObjectBuilder().add("link", token).add("name", "Otto M.").build();
    return browser.json("PUT", "/api/guest", use);
  }

  private JsonObject ask(int request, String type, String members) {
    connection.send("{\"type\":\"%s\",\"request\":%d%s}".formatted(type, request, members));
    return connection.await(answer -> answer.getInt("request", 0) == request);
  }

  private HttpResponse<String> offer() {
    return otto.send(
        HttpRequest.newBuilder(server.url(publish))
            .header("Content-Type", "application/sdp")
            .POST(BodyPublishers.ofString("v=0\r\n")));
  }

  private static String code(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("code");
    }
  }

  /** Waits until the minute is over; then no door lets anybody in by the link. */
  void end(Page stranger) {
    guest.waitForURL("**/guest", new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(guest.locator("#state-panel")).containsText(OVER);
    assertEquals(4008, connection.awaitClose());

    Set<String> refused = Set.of("stream-closed", "ticket-expired");
    assertTrue(refused.contains(code(offer())), "by a ticket of before");
    assertEquals("login-needed", code(otto.get("/api/me")));
    assertEquals("guest-link-expired", code(otto.get("/api/guest")));
    assertEquals("guest-link-expired", code(come(otto)));
    assertEquals("guest-link-expired", code(come(new Browser(server))));
    HttpResponse<String> page = otto.get("/room?id=" + room);
    assertEquals("/guest", page.headers().firstValue("location").orElseThrow());
    try (SignalClient again = SignalClient.connect(server, otto)) {
      assertEquals(4007, again.awaitClose(), "as a page does whose connection broke");
    }
    stranger.navigate("about:blank"); // Another link alone would not load the page anew.
    stranger.navigate(server.url("/guest#" + token).toString());
    assertThat(stranger.locator("#state-panel")).containsText(OVER);
  }
}
