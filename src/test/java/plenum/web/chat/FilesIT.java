package plenum.web.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.chat.file.MarkedPictures;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;
import plenum.testing.SignalClient;
import plenum.testing.Waiting;

/** The doors by which files come into a chat, and out of it. */
class FilesIT {

  private static final int PIECE = 65_536;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static PlenumServer server;

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.chat.files.permitted", "true",
                "plenum.chat.files.free-megabytes", "0",
                "plenum.chat.files.megabytes", "3"));
  }

  @AfterAll
  static void stop() {
    String printed = server.stop().output();
    assertFalse(printed.contains("\tat "), "no stack of what clients sent: " + printed);
  }

  /** Somebody in a room. */
  private record Member(Browser browser, SignalClient client) implements AutoCloseable {

    static Member named(String name) {
      Browser browser = Browser.named(server, name);
      return new Member(browser, SignalClient.connect(server, browser));
    }

    String begin(String name, long bytes) {
      HttpResponse<String> answer = ask(name, bytes);
      assertEquals(201, answer.statusCode(), answer.body());
      return json(answer.body()).getString("id");
    }

    HttpResponse<String> ask(String name, long bytes) {
      JsonObject wish = Json.createObjectBuilder().add("name", name).add("bytes", bytes).build();
      return browser.json("POST", "/api/files", wish);
    }

    HttpResponse<String> piece(String id, long offset, byte[] bytes) {
      return browser.send(
          HttpRequest.newBuilder(server.url("/api/files/" + id))
              .header("Content-Type", UploadsResource.PIECE)
              .header("Upload-Offset", Long.toString(offset))
              .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> method(String method, String id) {
      return browser.send(
          HttpRequest.newBuilder(server.url("/api/files/" + id))
              .method(method, BodyPublishers.noBody()));
    }

    String upload(String name, byte[] file) {
      String id = begin(name, file.length);
      for (int at = 0; at < file.length; at += PIECE) {
        byte[] piece = Arrays.copyOfRange(file, at, Math.min(file.length, at + PIECE));
        assertEquals(204, piece(id, at, piece).statusCode());
      }
      return id;
    }

    /** Sends what is uploaded; answers the id of the message. */
    String send(String file, String more) {
      client.send(
          "{\"type\":\"send-message\",\"text\":\"\",\"file\":\"%s\"%s}".formatted(file, more));
      return client.await("message-sent").getJsonObject("message").getString("id");
    }

    HttpRequest.Builder get(String room, String message) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.url("/api/attachments/" + room + "/" + message));
      browser.cookie().ifPresent(cookie -> request.header("Cookie", cookie));
      return request;
    }

    HttpResponse<byte[]> file(String room, String message) {
      try {
        return HttpClient.newHttpClient()
            .send(get(room, message).build(), BodyHandlers.ofByteArray());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static String createAndJoin(SignalClient client) {
    String name = "Files " + UUID.randomUUID().toString().substring(0, 8);
    client.send("{\"type\":\"create-room\",\"name\":\"" + name + "\"}");
    String room = client.await("room-created").getJsonObject("room").getString("id");
    join(client, room);
    return room;
  }

  private static JsonObject join(SignalClient client, String room) {
    client.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
    return client.await("room");
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String code(HttpResponse<String> answer) {
    return json(answer.body()).getString("code");
  }

  private static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Random random = new Random(17);
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + random.nextInt(26));
    }
    return text;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" | ", answer.headers().allValues(name));
  }

  @Test
  void bringsAFileInPiecesToWhoMayReadTheMessage() {
    try (Member ada = Member.named("Ada");
        Member bob = Member.named("Bob");
        Member eve = Member.named("Eve")) {
      String room = createAndJoin(ada.client());
      join(bob.client(), room);
      byte[] file = text(200_000);
      String message = ada.send(ada.upload("../Übersicht.txt", file), "");

      HttpResponse<byte[]> got = bob.file(room, message);
      assertEquals(200, got.statusCode());
      assertArrayEquals(file, got.body());
      assertEquals("text/plain;charset=utf-8", header(got, "Content-Type").toLowerCase());
      assertEquals(
          "attachment; filename=\"_bersicht.txt\"; filename*=UTF-8''%C3%9Cbersicht.txt",
          header(got, "Content-Disposition"));
      assertHardened(got);
      assertEquals(404, eve.file(room, message).statusCode());
      join(eve.client(), room);
      assertEquals(200, eve.file(room, message).statusCode());

      bob.client().send("{\"type\":\"leave-room\"}");
      bob.client().await("room-left");
      HttpResponse<byte[]> after = bob.file(room, message);
      assertEquals(404, after.statusCode());
      assertHardened(after);
      assertEquals(404, ada.file(room, "none").statusCode());
      assertEquals(404, ada.file("none", message).statusCode());
      ada.client().send("{\"type\":\"delete-message\",\"message\":\"" + message + "\"}");
      ada.client().await("done");
      assertEquals(404, ada.file(room, message).statusCode());
    }
  }

  private static void assertHardened(HttpResponse<?> answer) {
    assertEquals("sandbox; default-src 'none'", header(answer, "Content-Security-Policy"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
    assertEquals("private, no-store", header(answer, "Cache-Control"));
  }

  @Test
  void showsPicturesAndNothingElse() {
    try (Member ada = Member.named("Ada")) {
      String room = createAndJoin(ada.client());
      String message = ada.send(ada.upload("screen.png", picture()), "");
      HttpResponse<byte[]> got = ada.file(room, message);
      assertEquals("image/png", header(got, "Content-Type"));
      assertTrue(header(got, "Content-Disposition").startsWith("inline; "));
      assertHardened(got);
      assertArrayEquals(picture(), got.body());
      String metrics = ada.browser().get("/metrics?scope=application").body();
      assertTrue(metrics.contains("plenum_chat_files_bytes"), metrics);
    }
  }

  @Test
  void passesOnThePictureOfAPhotoAndNothingElse() {
    try (Member ada = Member.named("Ada")) {
      String room = createAndJoin(ada.client());
      String id = ada.upload("photo.jpg", MarkedPictures.photo(40, 30));
      ada.client().send("{\"type\":\"send-message\",\"text\":\"\",\"file\":\"" + id + "\"}");
      JsonObject message = ada.client().await("message-sent").getJsonObject("message");
      HttpResponse<byte[]> got = ada.file(room, message.getString("id"));
      assertFalse(MarkedPictures.tells(got.body(), MarkedPictures.SECRET));
      JsonObject file = message.getJsonObject("file");
      assertEquals(file.getInt("bytes"), got.body().length);
      assertEquals("30 x 40", file.getInt("width") + " x " + file.getInt("height"));
    }
  }

  @Test
  void isTheTwosOfAMessageToOne() {
    try (Member ada = Member.named("Ada");
        Member bob = Member.named("Bob");
        Member eve = Member.named("Eve")) {
      String room = createAndJoin(ada.client());
      String bobs = join(bob.client(), room).getString("you");
      join(eve.client(), room);
      String message = ada.send(ada.upload("screen.png", picture()), ",\"to\":\"" + bobs + "\"");
      assertEquals(200, bob.file(room, message).statusCode());
      assertEquals(200, ada.file(room, message).statusCode());
      assertEquals(404, eve.file(room, message).statusCode());
    }
  }

  @Test
  void goesOnAfterACut() {
    try (Member ada = Member.named("Ada");
        Member eve = Member.named("Eve")) {
      String room = createAndJoin(ada.client());
      join(eve.client(), room);
      byte[] file = text(100_000);
      String id = ada.begin("notes.txt", file.length);
      assertEquals(204, ada.piece(id, 0, Arrays.copyOf(file, 60_000)).statusCode());
      cutOff(ada, id);

      HttpResponse<String> there = ada.method("HEAD", id);
      assertEquals(204, there.statusCode());
      assertEquals("60000", header(there, "Upload-Offset"));
      assertEquals("100000", header(there, "Upload-Length"));
      assertEquals("wrong-offset", code(ada.piece(id, 0, Arrays.copyOf(file, 60_000))));
      assertEquals("no-such-file", code(eve.piece(id, 60_000, new byte[1])));
      assertEquals(404, eve.method("HEAD", id).statusCode());
      HttpResponse<String> last =
          ada.piece(id, 60_000, Arrays.copyOfRange(file, 60_000, file.length));
      assertEquals("100000", header(last, "Upload-Offset"));
      assertArrayEquals(file, ada.file(room, ada.send(id, "")).body());
    }
  }

  /** In the middle of a piece. */
  private static void cutOff(Member member, String id) {
    try (RawHttp raw = new RawHttp(server)) {
      raw.send(
          "PATCH /api/files/%s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n"
                  .formatted(id, member.browser().cookie().orElseThrow())
              + "Content-Type: application/partial-upload\r\nUpload-Offset: 60000\r\n"
              + "Content-Length: 40000\r\n\r\nhalf a piece");
    }
  }

  @Test
  void refusesWhatItShallNotHave() {
    try (Member ada = Member.named("Ada")) {
      assertEquals("not-in-a-room", code(ada.ask("notes.txt", 8)));
      createAndJoin(ada.client());
      assertEquals("file-type-refused", code(ada.ask("page.html", 8)));
      assertEquals("file-type-refused", code(ada.ask("icon.svg", 8)));
      assertEquals("file-too-large", code(ada.ask("notes.txt", 3_000_001)));
      assertEquals("bad-request", code(ada.browser().json("POST", "/api/files", json("{}"))));
      String wrong = ada.begin("notes.txt", picture().length);
      HttpResponse<String> answer = ada.piece(wrong, 0, picture());
      assertEquals(415, answer.statusCode());
      assertEquals("file-type-refused", code(answer));
      assertEquals(404, ada.method("HEAD", wrong).statusCode());

      String given = ada.begin("notes.txt", 8);
      assertEquals(204, ada.method("DELETE", given).statusCode());
      assertEquals("no-such-file", code(ada.piece(given, 0, text(8))));
      assertEquals(204, ada.method("DELETE", given).statusCode());
      assertEquals("no-such-file", code(ada.piece("none", 0, text(8))));
      String last = ada.begin("notes.txt", 8);
      assertEquals("too-long", code(ada.piece(last, 0, new byte[PIECE + 1])));
      assertEquals(400, new Browser(server).get("/api/attachments/a/b").statusCode());
    }
  }

  @Test
  void keepsNoThreadForWhoReadsSlowly() {
    List<RawHttp> slow = new ArrayList<>();
    try (Member ada = Member.named("Ada")) {
      String room = createAndJoin(ada.client());
      String message = ada.send(ada.upload("notes.txt", text(3_000_000)), "");
      for (int i = 0; i < 250; i++) {
        RawHttp one = new RawHttp(server);
        slow.add(one);
        one.send(
            "GET /api/attachments/%s/%s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n"
                .formatted(room, message, ada.browser().cookie().orElseThrow()));
      }
      assertEquals(200, ada.browser().get("/api/me").statusCode());
      assertEquals(3_000_000, ada.file(room, message).body().length);
    } finally {
      slow.forEach(RawHttp::close);
    }
    Waiting.until(
        "files that nobody reads are closed", PATIENCE, FilesIT::openFiles, none -> none == 0);
  }

  /** Files of chats that the server has open; none where that cannot be seen. */
  private static long openFiles() {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
      return open.filter(FilesIT::isOfAChat).count();
    } catch (IOException unknownHere) {
      return 0;
    }
  }

  private static boolean isOfAChat(Path open) {
    try {
      return Files.readSymbolicLink(open).startsWith(server.dataDir().resolve("files"));
    } catch (IOException closed) {
      return false;
    }
  }
}
