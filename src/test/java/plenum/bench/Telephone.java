package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's page, as far as it makes calls. */
final class Telephone implements WebSocket.Listener, AutoCloseable {

  /**
   * A message about a call.
   *
   * @param nanos when it had come, by {@link System#nanoTime()}
   */
  record Told(String id, String state, long nanos) {}

  private static final Pattern CALL_ID = Pattern.compile("\"id\":\"([A-Za-z0-9]{16})\"");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
  private static final long PATIENCE_SECONDS = 30;

  private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final Person person;
  private WebSocket socket;

  private Telephone(Person person) {
    this.person = person;
  }

  /** Connects, and watches who is online as the page does. */
  static Telephone connect(HttpClient http, URI server, Person person) {
    Telephone telephone = new Telephone(person);
    telephone.socket =
        http.newWebSocketBuilder()
            .header("Origin", server.toString())
            .header("Cookie", person.cookie())
            .buildAsync(URI.create("ws://" + server.getAuthority() + "/signal"), telephone)
            .join();
    return telephone.send("{\"type\":\"watch-lobby\"}");
  }

  Person person() {
    return person;
  }

  Telephone send(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Asks for something about a call; tells when. */
  long ask(String type, String call) {
    long now = System.nanoTime();
    send("{\"type\":\"%s\",\"request\":1,\"call\":\"%s\",\"video\":true}".formatted(type, call));
    return now;
  }

  /** The next message that a call is in the state; others before it are passed over. */
  Told await(String state) throws IOException, InterruptedException {
    Told next;
    do {
      next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new IOException("No call was told to be " + state);
      }
    } while (!next.state().equals(state));
    return next;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    long now = System.nanoTime();
    text.append(part);
    if (last) {
      hear(text.toString(), now);
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** The answers repeat what was told before. */
  private void hear(String message, long now) {
    boolean news = message.startsWith("{\"type\":\"call\"") && !message.contains("\"request\":");
    Matcher id = CALL_ID.matcher(message);
    Matcher state = STATE.matcher(message);
    if (news && id.find() && state.find()) {
      told.add(new Told(id.group(1), state.group(1), now));
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
  }
}
