package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.testing.PlenumServer;

/** What reverse proxies say of a request, said by one that is trusted and by a stranger. */
class ForwardedIT {

  private static final String PROXY = "127.0.0.2";
  private static final String STRANGER = "127.0.0.3";

  /** After so many wrong passwords an address has to wait. */
  private static final int FAILURES = 10;

  private static PlenumServer server;

  @BeforeAll
  static void start() {
    boolean several = hasSeveralLoopbackAddresses();
    if (!several) {
      System.out.println("Skipped: ForwardedIT. This machine has one loopback address only.");
    }
    Assumptions.assumeTrue(several, "one loopback address");
    server =
        PlenumServer.start(
            Map.of(
                "plenum.media.trusted-proxies", PROXY,
                "plenum.media.api.username", "admin",
                "plenum.media.api.password", "of-the-tests-only"));
  }

  /** As Linux has, where all of 127.0.0.0/8 is its own. */
  private static boolean hasSeveralLoopbackAddresses() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(PROXY))) {
      return socket.isBound();
    } catch (IOException noSuchAddress) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static String ask(String peer, String path, String... headers) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (Socket socket = new Socket(loopback, server.port(), InetAddress.getByName(peer), 0)) {
      String head = "GET " + path + " HTTP/1.1\r\nConnection: close\r\n";
      String all = head + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
      socket.setSoTimeout(10_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  @ParameterizedTest
  @CsvSource({
    PROXY + ", https, true",
    PROXY + ", http, false",
    PROXY + ", 'http, https', true",
    PROXY + ", 'https, http', false",
    STRANGER + ", https, false"
  })
  void keepsTheCookieToHttpsWhereAProxySaysThatItCameSo(String peer, String said, boolean secure)
      throws IOException {
    String answer = ask(peer, "/api/me", "Host: localhost", "X-Forwarded-Proto: " + said);
    assertEquals(200, status(answer), answer);
    assertEquals(secure, answer.contains("; Secure"), answer);
  }

  @Test
  void tellsClientsApartByTheAddressThatAProxyNames() throws IOException {
    for (int i = 0; i < FAILURES; i++) {
      assertEquals(401, tryPassword(PROXY, "203.0.113.1"));
    }
    assertEquals(429, tryPassword(PROXY, "203.0.113.1"));
    assertEquals(401, tryPassword(PROXY, "203.0.113.2"));
  }

  @Test
  void takesAStrangerForTheStrangerWhateverItSays() throws IOException {
    for (int i = 0; i < FAILURES; i++) {
      assertEquals(401, tryPassword(STRANGER, "203.0.113." + (10 + i)));
    }
    assertEquals(429, tryPassword(STRANGER, "203.0.113.99"));
  }

  private static int tryPassword(String peer, String forwardedFor) throws IOException {
    String wrong =
        Base64.getEncoder().encodeToString("admin:wrong".getBytes(StandardCharsets.UTF_8));
    String[] headers = {
      "Host: localhost", "Authorization: Basic " + wrong, "X-Forwarded-For: " + forwardedFor
    };
    return status(ask(peer, "/api/v1/summaries", headers));
  }

  /** A page of another site can send it, where a proxy lets it pass. */
  @ParameterizedTest
  @CsvSource({PROXY, STRANGER})
  void asksNobodyForAnotherHostThanTheOneAskedFor(String peer) throws IOException {
    String answer = ask(peer, "/rooms", "Host: evil.example", "X-Forwarded-Host: localhost");
    assertEquals(421, status(answer), answer);
  }
}
