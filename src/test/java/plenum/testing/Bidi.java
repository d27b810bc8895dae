package plenum.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the commands of WebDriver BiDi to a browser and waits for what it answers. */
final class Bidi implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  Bidi(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** The result of a command; fails when the browser refuses it or does not answer in time. */
  JsonObject send(String method, JsonObjectBuilder parameters) {
    int id = number.incrementAndGet();
    var answer = new CompletableFuture<JsonObject>();
    waiting.put(id, answer);
    var command = Json.createObjectBuilder().add("id", id).add("method", method);
    socket.sendText(command.add("params", parameters).build().toString(), true).join();
    JsonObject answered = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (!answered.containsKey("result")) {
      throw new IllegalStateException(method + ": " + answered);
    }
    return answered.getJsonObject("result");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(part);
  }

  private void take(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject received = reader.readObject();
      if (received.containsKey("id") && !received.isNull("id")) {
        waiting.remove(received.getInt("id")).complete(received);
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
