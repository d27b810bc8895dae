package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes to join a room while slow clients hang on, beside the same without them, in
 * turns: fetch the page, open the WebSocket, join, and have the room's snapshot.
 */
public final class SlowClientsBenchmark {

  private static final int OK = 200;
  private static final int SLOW = 400;
  private static final int WARM_UP = 300;
  private static final int JOINS = 100;
  private static final int ROUNDS = 4;
  private static final Pattern ROOM =
      Pattern.compile("\"type\":\"room-created\".*?\"id\":\"([A-Za-z0-9_-]+)\"");
  private static final String JOIN =
      "{\"type\":\"join-room\",\"request\":2,\"room\":\"%s\",\"devices\":"
          + "{\"camera\":true,\"microphone\":true,\"cameraOff\":false,\"muted\":false}}";
  private static final Map<String, String> SETTINGS = Map.of("plenum.media.port", "0");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Person person;
  private String room = "";

  private SlowClientsBenchmark(URI server, Person person) {
    this.server = server;
    this.person = person;
  }

  /** Measures, in about a minute. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    try (MeasuredServer measured =
        MeasuredServer.launch("plenum", MeasuredServer.plenum(), SETTINGS)) {
      measured.awaitReady("/health/ready", "plenum");
      URI server = measured.origin();
      new SlowClientsBenchmark(server, People.named(server, 1).all().get(0)).measure();
    }
  }

  private void measure() throws IOException, InterruptedException {
    createRoom();
    for (int i = 0; i < WARM_UP; i++) {
      join();
    }
    int[] alone = new int[JOINS * ROUNDS];
    int[] beside = new int[JOINS * ROUNDS];
    int returned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      fill(alone, round);
      try (SlowClients slow = SlowClients.of(server, SLOW)) {
        Thread.sleep(1_000);
        fill(beside, round);
        returned += slow.returned();
      }
      Thread.sleep(1_000);
    }
    report(Latencies.of(alone), Latencies.of(beside), returned);
  }

  private void fill(int[] micros, int round) throws IOException, InterruptedException {
    for (int i = 0; i < JOINS; i++) {
      micros[round * JOINS + i] = join();
    }
  }

  private static void report(Latencies alone, Latencies beside, int returned) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d joins each, %d slow clients (%d times one was disconnected), load average %.1f, %s%n",
        JOINS * ROUNDS,
        SLOW,
        returned,
        MachineLoad.now(),
        Machine.description());
    line("joining a room, nobody else there", alone);
    line("beside the slow clients", beside);
    System.out.printf(
        Locale.ROOT,
        "| ratio | p50 %.2f | p99 %.2f | |%n",
        beside.median() / alone.median(),
        beside.p99() / alone.p99());
  }

  private static void line(String what, Latencies ms) {
    System.out.printf(
        Locale.ROOT,
        "| %s | p50 %.2f ms | p99 %.2f ms | worst %.1f ms |%n",
        what,
        ms.median(),
        ms.p99(),
        ms.worst());
  }

  private void createRoom() throws IOException {
    Page page = new Page();
    WebSocket socket = open(page);
    page.await("\"welcome\"");
    socket.sendText("{\"type\":\"create-room\",\"request\":1,\"name\":\"Bench\"}", true).join();
    Matcher made = ROOM.matcher(page.await("room-created"));
    if (!made.find()) {
      throw new IOException("No room was made");
    }
    room = made.group(1);
    socket.abort();
  }

  private int join() throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpRequest page =
        HttpRequest.newBuilder(server.resolve("/room?id=" + room))
            .header("Cookie", person.cookie())
            .timeout(Duration.ofSeconds(30))
            .build();
    int status = http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != OK) {
      throw new IOException("The page answers " + status);
    }
    Page there = new Page();
    WebSocket socket = open(there);
    there.await("\"welcome\"");
    socket.sendText(JOIN.formatted(room), true).join();
    there.await("\"type\":\"room\",");
    int micros = (int) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
    socket.sendText("{\"type\":\"leave-room\",\"request\":3}", true).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    return micros;
  }

  private WebSocket open(Page page) {
    return http.newWebSocketBuilder()
        .header("Origin", server.toString())
        .header("Cookie", person.cookie())
        .connectTimeout(Duration.ofSeconds(30))
        .buildAsync(URI.create("ws://" + server.getAuthority() + "/signal"), page)
        .join();
  }

  /** What a page was told. */
  private static final class Page implements WebSocket.Listener {

    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      synchronized (heard) {
        heard.append(part);
        heard.notifyAll();
      }
      from.request(1);
      return null;
    }

    String await(String word) throws IOException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      synchronized (heard) {
        while (heard.indexOf(word) < 0) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0) {
            throw new IOException("Nothing with " + word + " came, but " + heard);
          }
          try {
            heard.wait(left);
          } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException(hurry);
          }
        }
        return heard.toString();
      }
    }
  }
}
