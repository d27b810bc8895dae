package plenum.web.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.database.Database;
import plenum.testing.Browser;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;
import plenum.testing.Product;
import plenum.testing.SignalClient;

/**
 * Many who take files, exports and live streams and are gone in the middle: an answer that nobody
 * reads disturbs no other request, though the container uses requests again.
 */
class AbortedDownloadsIT {

  private static final Duration LONG =
      Duration.ofSeconds(Integer.getInteger("plenum.test.aborting", 8));
  private static final int ABORTING = 12;
  private static final int ASKING = 6;
  private static final int PIECE = 65_536;
  private static final int FILE = 2_000_000;

  private static PlenumServer server;
  private static Browser admin;

  private final AtomicInteger aborted = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.prepare(
                Map.of(
                    "plenum.identity.mode", "local",
                    "plenum.identity.guests", "true",
                    // One person asks for all of it, all the time.
                    "plenum.http.served-per-person", "1000",
                    "plenum.chat.files.permitted", "true",
                    "plenum.chat.files.free-megabytes", "0"))
            .checkedBefore();
    try (Database database =
        Database.open(Product.settings(Optional.empty()), server.dataDir().toAbsolutePath())) {
      database.change(
          manager ->
              manager
                  .createNativeQuery(
                      "insert into audit select 'u' || x, x, null, 'Ada', '', 'act', '', 'DONE',"
                          + " repeat('long ', 100) from system_range(1, 10000)")
                  .executeUpdate());
    }
    server.launch();
    server.awaitReady();
    admin = FirstAdministrator.arrive(server);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void disturbNoOtherRequest() throws Exception {
    try (SignalClient client = SignalClient.connect(server, admin)) {
      String file = "/api/attachments/" + sentFile(client);
      List<String> paths =
          List.of(
              file,
              file,
              "/api/admin/records/audit?format=csv",
              "/api/admin/records/audit",
              "/live/nowhere/nobody.flv");
      long end = System.nanoTime() + LONG.toNanos();
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < ABORTING; i++) {
        String path = paths.get(i % paths.size());
        all.add(() -> abort(path, end));
      }
      for (int i = 0; i < ASKING; i++) {
        all.add(() -> ask(end));
      }
      together(all);
    }
    System.out.printf("[aborted] %s downloads, %s answers beside them%n", aborted, answered);
    assertTrue(aborted.get() > 50, aborted.toString());
    assertTrue(answered.get() > 50, answered.toString());
    List<String> trouble =
        server.output().lines().filter(line -> line.matches(".*(Exception|SEVERE).*")).toList();
    assertEquals(List.of(), trouble);
  }

  private static void together(List<Callable<Void>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      for (Future<Void> one : threads.invokeAll(all)) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reads the beginning, waits or not, and breaks the connection off. */
  private Void abort(String path, long end) throws IOException {
    String cookie = admin.cookie().orElseThrow();
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket("localhost", server.port())) {
        socket.setSoTimeout(20_000);
        socket.setReceiveBufferSize(4096);
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n";
        socket.getOutputStream().write(request.formatted(path, cookie).getBytes(US_ASCII));
        InputStream answer = socket.getInputStream();
        String status = new String(answer.readNBytes(12), US_ASCII);
        assertEquals(path.startsWith("/live") ? "HTTP/1.1 401" : "HTTP/1.1 200", status);
        answer.readNBytes(ThreadLocalRandom.current().nextInt(path.startsWith("/live") ? 9 : 9999));
        if (ThreadLocalRandom.current().nextBoolean()) {
          socket.setSoLinger(true, 0);
        }
        aborted.incrementAndGet();
      }
    }
    return null;
  }

  private Void ask(long end) {
    while (System.nanoTime() < end) {
      HttpResponse<String> me = admin.get("/api/me");
      assertEquals(200, me.statusCode(), me.body());
      assertTrue(me.body().contains("Grace Hopper"), "an answer of its own: " + me.body());
      answered.incrementAndGet();
    }
    return null;
  }

  /** {@code ROOM/MESSAGE} of a message with a large file. */
  private static String sentFile(SignalClient client) {
    client.send("{\"type\":\"create-room\",\"name\":\"Files\"}");
    String room = client.await("room-created").getJsonObject("room").getString("id");
    client.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
    client.await("room");
    JsonObject wish = Json.createObjectBuilder().add("name", "a.txt").add("bytes", FILE).build();
    String answer = admin.json("POST", "/api/files", wish).body();
    String id = answer.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    byte[] piece = "some text ".repeat(PIECE / 10 + 1).substring(0, PIECE).getBytes(US_ASCII);
    for (int at = 0; at < FILE; at += PIECE) {
      byte[] part = at + PIECE <= FILE ? piece : Arrays.copyOf(piece, FILE - at);
      assertEquals(204, sent(id, at, part).statusCode());
    }
    client.send("{\"type\":\"send-message\",\"text\":\"\",\"file\":\"%s\"}".formatted(id));
    return room + "/" + client.await("message-sent").getJsonObject("message").getString("id");
  }

  private static HttpResponse<String> sent(String id, int at, byte[] part) {
    return admin.send(
        HttpRequest.newBuilder(server.url("/api/files/" + id))
            .header("Content-Type", UploadsResource.PIECE)
            .header("Upload-Offset", Integer.toString(at))
            .method("PATCH", BodyPublishers.ofByteArray(part)));
  }
}
