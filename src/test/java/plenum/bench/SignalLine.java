package plenum.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The signalling of somebody without a browser: asks, and passes on what comes unasked. */
final class SignalLine implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Consumer<JsonObject> unasked;
  private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<JsonObject> welcome = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;
  private int request;

  private SignalLine(Consumer<JsonObject> unasked) {
    this.unasked = unasked;
  }

  /**
   * Connects, and waits for the greeting.
   *
   * @param unasked gets what is no answer, but for changes to rooms, which are many
   */
  static SignalLine open(HttpClient http, URI site, String cookie, Consumer<JsonObject> unasked) {
    SignalLine line = new SignalLine(unasked);
    String origin = site.resolve("/").toString().replaceAll("/$", "");
    line.socket =
        http.newWebSocketBuilder()
            .header("Origin", origin)
            .header("Cookie", cookie)
            .buildAsync(URI.create(origin.replaceFirst("^http", "ws") + "/signal"), line)
            .join();
    await(line.welcome);
    return line;
  }

  static JsonObjectBuilder message(String type) {
    return Json.createObjectBuilder().add("type", type);
  }

  /** The answer to a message, which is no error. */
  JsonObject ask(JsonObjectBuilder message) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(++request, answer);
    send(message.add("request", request));
    JsonObject came = await(answer);
    if (came.getString("type").equals("error")) {
      throw new IllegalStateException(came.toString());
    }
    return came;
  }

  private static JsonObject await(CompletableFuture<JsonObject> answer) {
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  synchronized void send(JsonObjectBuilder message) {
    socket.sendText(message.build().toString(), true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      if (!message.startsWith("{\"type\":\"room-changed\"")) {
        received(message);
      }
    }
    from.request(1);
    return null;
  }

  private void received(String message) {
    try (var reader = Json.createReader(new StringReader(message))) {
      JsonObject came = reader.readObject();
      CompletableFuture<JsonObject> answer = asked.remove(came.getInt("request", 0));
      if (answer != null) {
        answer.complete(came);
      } else if (came.getString("type").equals("welcome")) {
        welcome.complete(came);
      } else {
        unasked.accept(came);
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
