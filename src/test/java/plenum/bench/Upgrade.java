package plenum.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** A client's side of the opening handshake (RFC 6455, section 4.1). */
final class Upgrade {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final URI server;
  private final String cookie;
  private final String key;
  private final StringBuilder response = new StringBuilder();
  private boolean done;

  /**
   * @param server its origin
   */
  Upgrade(URI server, String cookie) {
    this.server = server;
    this.cookie = cookie;
    byte[] nonce = new byte[16];
    ThreadLocalRandom.current().nextBytes(nonce);
    this.key = Base64.getEncoder().encodeToString(nonce);
  }

  ByteBuffer request() {
    String request =
        """
        GET /signal HTTP/1.1
        Host: %s
        Origin: %s
        Cookie: %s
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: %s

        """
            .formatted(server.getAuthority(), server, cookie, key)
            .replace("\n", "\r\n");
    return ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  boolean isDone() {
    return done;
  }

  /** Reads the response as far as it is there, and leaves what follows it. */
  void read(ByteBuffer bytes) {
    while (bytes.hasRemaining() && !done) {
      response.append((char) (bytes.get() & 0xff));
      int length = response.length();
      if (length >= 4 && response.substring(length - 4).equals("\r\n\r\n")) {
        check();
        done = true;
      }
    }
  }

  private void check() {
    String text = response.toString();
    if (!text.startsWith("HTTP/1.1 101 ") || !text.contains(accept())) {
      throw new IllegalStateException("No WebSocket: " + text.lines().findFirst().orElse(""));
    }
  }

  private String accept() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
