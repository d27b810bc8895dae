package plenum.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import plenum.bench.replay.Sender;

/** Somebody without a browser in a room, who publishes a recording as a page does its devices. */
final class RoomMember implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI site;
  private final Sender sender;
  private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<JsonObject> welcome = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;
  private int request;
  private boolean speaking;

  private RoomMember(URI site, Sender sender) {
    this.site = site;
    this.sender = sender;
  }

  /** Connects to the site under that name. */
  static RoomMember enter(URI site, String name, Sender sender)
      throws IOException, InterruptedException {
    RoomMember member = new RoomMember(site, sender);
    String cookie = member.identify(name);
    URI signal = URI.create(site.resolve("/signal").toString().replaceFirst("^http", "ws"));
    member.socket =
        HTTP.newWebSocketBuilder()
            .header("Origin", site.resolve("/").toString().replaceAll("/$", ""))
            .header("Cookie", cookie)
            .buildAsync(signal, member)
            .join();
    member.await(member.welcome);
    return member;
  }

  private String identify(String name) throws IOException, InterruptedException {
    String body = Json.createObjectBuilder().add("name", name).build().toString();
    HttpRequest me =
        HttpRequest.newBuilder(site.resolve("/api/me"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(me, HttpResponse.BodyHandlers.ofString());
    return response
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.split(";", 2)[0])
        .orElseThrow(() -> new IOException(response.statusCode() + " " + response.body()));
  }

  /** Makes a room; its id. */
  String create(String name) {
    return ask("\"type\":\"create-room\",\"kind\":\"group\",\"name\":\"" + name + "\"")
        .getJsonObject("room")
        .getString("id");
  }

  /** Takes a seat with an open microphone, and publishes. */
  void join(String room, boolean camera) throws IOException, InterruptedException {
    String devices = "{\"camera\":" + camera + ",\"microphone\":true,\"cameraOff\":false";
    ask(
        "\"type\":\"join-room\",\"room\":\""
            + room
            + "\",\"decodes\":[\"VP8\",\"H264\",\"VP9\",\"AV1\"],\"devices\":"
            + devices
            + ",\"muted\":false}");
    JsonObject ticket = ask("\"type\":\"request-publish\",\"source\":\"camera\"");
    HttpRequest offer =
        HttpRequest.newBuilder(site.resolve(ticket.getString("url")))
            .header("Content-Type", "application/sdp")
            .POST(HttpRequest.BodyPublishers.ofString(sender.offer()))
            .build();
    HttpResponse<String> answer = HTTP.send(offer, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    sender.answer(answer.body());
  }

  /** Says something, or no longer, which pages tell the others. */
  void speak(boolean now) {
    if (speaking != now) {
      speaking = now;
      sender.talk(now);
      send("\"type\":\"speaking\",\"speaking\":" + now);
    }
  }

  /** To be called every 10 s. */
  void ping() {
    send("\"type\":\"ping\"");
  }

  private JsonObject ask(String message) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(++request, answer);
    send("\"request\":" + request + "," + message);
    JsonObject came = await(answer);
    if (came.getString("type").equals("error")) {
      throw new IllegalStateException(message + ": " + came);
    }
    return came;
  }

  private JsonObject await(CompletableFuture<JsonObject> answer) {
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private synchronized void send(String members) {
    socket.sendText("{" + members + "}", true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      if (!message.startsWith("{\"type\":\"room-changed\"")) { // Many, which nobody here needs.
        received(message);
      }
    }
    from.request(1);
    return null;
  }

  private void received(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject message = reader.readObject();
      switch (message.getString("type")) {
        case "welcome" -> welcome.complete(message);
        case "layers-wanted" -> sender.want(layers(message));
        default -> answered(message);
      }
    }
  }

  private void answered(JsonObject message) {
    CompletableFuture<JsonObject> answer = asked.remove(message.getInt("request", 0));
    if (answer != null) {
      answer.complete(message);
    }
  }

  static Set<String> layers(JsonObject message) {
    List<JsonString> names = message.getJsonArray("layers").getValuesAs(JsonString.class);
    return names.stream().map(JsonString::getString).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    socket.abort();
  }
}
