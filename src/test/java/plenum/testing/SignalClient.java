package plenum.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A page's side of {@code /signal}. */
public final class SignalClient implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LinkedBlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  /** Connects as the browser does, and does not wait for the welcome. */
  public static SignalClient connect(PlenumServer server, Browser browser) {
    return connect(server, browser, "/signal");
  }

  /** Connects to {@code /signal} with a query. */
  public static SignalClient connect(PlenumServer server, Browser browser, String path) {
    return connect(server, browser, path, Map.of());
  }

  /** Connects as a browser whose user reads this language. */
  public static SignalClient connect(PlenumServer server, Browser browser, Locale language) {
    return connect(server, browser, "/signal", Map.of("Accept-Language", language.toLanguageTag()));
  }

  private static SignalClient connect(
      PlenumServer server, Browser browser, String path, Map<String, String> headers) {
    SignalClient client = new SignalClient();
    WebSocket.Builder builder =
        HTTP.newWebSocketBuilder().header("Origin", server.url("").toString());
    browser.cookie().ifPresent(cookie -> builder.header("Cookie", cookie));
    headers.forEach(builder::header);
    client.socket = builder.buildAsync(server.socket(path), client).join();
    return client;
  }

  /** Sends text as it is. */
  public SignalClient send(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Sends so many bytes as one frame, unless the server closes meanwhile. */
  public void trySendBytes(int length) {
    socket.sendBinary(ByteBuffer.allocate(length), true).exceptionally(closing -> null).join();
  }

  /** Sends text, unless the server has closed. */
  public void trySend(String message) {
    socket.sendText(message, true).exceptionally(closing -> null).join();
  }

  /** Whether the server has closed. */
  public boolean isClosed() {
    return closed.isDone();
  }

  /** The next message that the condition holds for; others before it are passed over. */
  public JsonObject await(Predicate<JsonObject> condition) {
    return await(condition, "such message");
  }

  /** The next message of the type; others before it are passed over. */
  public JsonObject await(String type) {
    return await(type, message -> true);
  }

  /** The next message of the type that the condition holds for; others are passed over. */
  public JsonObject await(String type, Predicate<JsonObject> condition) {
    return await(
        message -> message.getString("type").equals(type) && condition.test(message), type);
  }

  private JsonObject await(Predicate<JsonObject> condition, String wanted) {
    List<JsonObject> passed = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<JsonObject> message = poll(end);
      if (message.isEmpty()) {
        break;
      }
      if (condition.test(message.get())) {
        return message.get();
      }
      passed.add(message.get());
    }
    throw new AssertionError("No " + wanted + " came, but " + passed);
  }

  /** The next change of the kind, in a {@code room-changed} or {@code lobby-changed}. */
  public JsonObject awaitChange(String type, String change) {
    return awaitChange(type, change, found -> true);
  }

  /** The next change of the kind that the condition holds for. */
  public JsonObject awaitChange(String type, String change, Predicate<JsonObject> condition) {
    return awaitChange(type, List.of(change), condition);
  }

  /** The next change of one of these kinds that the condition holds for. */
  public JsonObject awaitChange(String type, List<String> kinds, Predicate<JsonObject> condition) {
    Predicate<JsonObject> wanted =
        found -> kinds.contains(found.getString("change")) && condition.test(found);
    JsonObject message = await(type, m -> changes(m).stream().anyMatch(wanted));
    return changes(message).stream().filter(wanted).findFirst().orElseThrow();
  }

  /** The code that the server closed with. */
  public int awaitClose() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The next message, if one comes within the time. */
  public Optional<JsonObject> next(Duration patience) {
    return poll(System.nanoTime() + patience.toNanos());
  }

  /** Everything that came and was not awaited. */
  public List<JsonObject> drain() {
    List<JsonObject> rest = new ArrayList<>();
    received.drainTo(rest);
    return rest;
  }

  /** Says good-bye, as a page that is left. */
  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(1001, "").exceptionally(gone -> null).join();
    }
  }

  /** The connection breaks without a word. */
  public void cut() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try (var reader = Json.createReader(new StringReader(text.toString()))) {
        received.add(reader.readObject());
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  private static List<JsonObject> changes(JsonObject message) {
    return message.getJsonArray("changes").getValuesAs(JsonObject.class);
  }

  private Optional<JsonObject> poll(long end) {
    try {
      return Optional.ofNullable(
          received.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
