package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;
import plenum.testing.SignalClient;

/** Restarts, kills and clients that do not behave. */
class ResilienceIT {

  private static final PlenumServer SERVER =
      PlenumServer.start(
          Map.of(
              "plenum.rooms.max", "60",
              "plenum.pace.rooms-per-person", "1000",
              "plenum.signal.reconnect", "1s",
              "plenum.signal.queue", "16",
              "plenum.signal.rate", "100000",
              "plenum.signal.burst", "100000",
              "plenum.people.sessions", "2"));

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void keepsRoomsAndIdentityOverARestartAndSaysSo() {
    Browser browser = Browser.named(SERVER, "Restarted");
    SignalClient before = SignalClient.connect(SERVER, browser);
    JsonObject welcome = before.await("welcome");
    String room = SignalIT.create(before, "Kept");

    PlenumServer.Ending ending = SERVER.stop();

    before.await("restarting");
    assertEquals(1012, before.awaitClose());
    assertFalse(ending.output().contains("\tat "), ending.output());
    SERVER.restart();
    try (SignalClient after = SignalClient.connect(SERVER, browser)) {
      JsonObject again = after.await("welcome");
      assertEquals(welcome.getJsonObject("you"), again.getJsonObject("you"));
      assertNotEquals(welcome.getString("boot"), again.getString("boot"));
      SignalIT.join(after, room);
      after.send("{\"type\":\"leave-room\"}");
      after.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\"}").await("room-deleted");
    }
  }

  @Test
  void givesUpTheSeatOfWhoeverDoesNotComeBack() {
    try (SignalClient ada = SignalClient.connect(SERVER, Browser.named(SERVER, "Ada"))) {
      String room = SignalIT.create(ada, "Lost");
      SignalIT.join(ada, room);
      SignalClient lost = SignalClient.connect(SERVER, Browser.named(SERVER, "Lost"));
      SignalIT.join(lost, room);
      lost.cut();

      assertEquals("lost", ada.awaitChange("room-changed", "member-left").getString("reason"));
      ada.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
      ada.await("room-deleted");
    }
  }

  @Test
  void tellsTheLimitsOfRoomsAndTabs() {
    Browser browser = Browser.named(SERVER, "Limits");
    try (SignalClient first = SignalClient.connect(SERVER, browser);
        SignalClient second = SignalClient.connect(SERVER, browser)) {
      first.await("welcome");
      second.await("welcome");
      SignalClient third = SignalClient.connect(SERVER, browser);
      assertEquals("too-many-sessions", third.await("error").getString("code"));
      assertEquals(4004, third.awaitClose());
    }
  }

  @Test
  void opensNothingForWhoWasToldOftenEnoughAndComesBackAtOnce() {
    Browser browser = Browser.named(SERVER, "Comes back");
    try (SignalClient first = SignalClient.connect(SERVER, browser);
        SignalClient second = SignalClient.connect(SERVER, browser)) {
      first.await("welcome");
      second.await("welcome");
      for (int i = 0; i < Refusals.PERSON; i++) {
        assertEquals(4004, SignalClient.connect(SERVER, browser).awaitClose());
      }

      RawHttp.Answer more = handshake(browser);
      assertEquals(429, more.status(), more.text());
      assertTrue(more.header("Retry-After").isPresent(), more.text());
      assertTrue(more.text().contains("\"code\":\"too-often\""), more.text());
      assertEquals(101, handshake(Browser.named(SERVER, "Another")).status());
    }
  }

  private static RawHttp.Answer handshake(Browser browser) {
    return RawHttp.ask(
        SERVER,
        "GET /signal HTTP/1.1",
        "Host: localhost",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "Cookie: " + browser.cookie().orElseThrow());
  }

  @Test
  void closesWhoeverDoesNotReadAndHarmsNobody() throws IOException {
    Browser deaf = Browser.named(SERVER, "Deaf");
    try (Socket socket = new Socket("localhost", SERVER.port());
        SignalClient ada = SignalClient.connect(SERVER, Browser.named(SERVER, "Ada"))) {
      handshake(socket, deaf);
      // A long list of rooms, so that each answer is big.
      for (int i = 0; i < 50; i++) {
        SignalIT.create(ada, "站".repeat(45));
      }
      String room = SignalIT.create(ada, "Deaf");
      SignalIT.join(ada, room);
      OutputStream out = socket.getOutputStream();
      sendFrame(out, "{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
      String deafId =
          ada.awaitChange("room-changed", "member-joined").getJsonObject("member").getString("id");

      flood(out, ada);

      ada.drain();
      assertFalse(SignalIT.join(ada, room).getJsonArray("members").toString().contains(deafId));
      ada.send("{\"type\":\"ping\"}").await("pong");
      assertTrue(SERVER.isAlive());
    }
  }

  /** Asks for the list again and again and reads no answer, until others see the seat lost. */
  private static void flood(OutputStream out, SignalClient other) throws IOException {
    byte[] question = frame("{\"type\":\"resync\",\"topic\":\"lobby\"}");
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < end) {
      try {
        out.write(question);
        Thread.sleep(5);
      } catch (IOException closedByTheServer) {
        // What the test waits for.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
      boolean lost =
          other.drain().stream().anyMatch(message -> message.toString().contains("member-left"));
      if (lost) {
        return;
      }
    }
    throw new AssertionError("Whoever does not read was not given up");
  }

  private static void handshake(Socket socket, Browser browser) throws IOException {
    String request =
        "GET /signal HTTP/1.1\r\nHost: localhost:"
            + SERVER.port()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: "
            + browser.cookie().orElseThrow()
            + "\r\n\r\n";
    socket.setReceiveBufferSize(4096);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
  }

  private static void sendFrame(OutputStream out, String text) throws IOException {
    out.write(frame(text));
  }

  /** A masked text frame with the mask 0 (RFC 6455, section 5.2), for texts below 126 bytes. */
  private static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }
}
