package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.Browser;
import plenum.testing.FreePorts;
import plenum.testing.LocalNetwork;
import plenum.testing.PlenumServer;
import plenum.testing.TestCertificates;
import plenum.testing.TrustingClient;
import plenum.testing.Waiting;

/** A certificate of the operator: shown, changed while people are there, and refused. */
class OwnCertificateIT {

  /** Within a minute, says the document. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private static final class Pongs implements WebSocket.Listener {

    private final LinkedBlockingQueue<String> pongs = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      pongs.add("pong");
      from.request(1);
      return null;
    }

    boolean answers(WebSocket socket) throws InterruptedException {
      socket.sendPing(ByteBuffer.allocate(0)).join();
      return pongs.poll(15, TimeUnit.SECONDS) != null;
    }
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "plenum.tls.port", Integer.toString(FreePorts.tcp()),
                "plenum.tls.certificate", folder.resolve("server.crt").toString(),
                "plenum.tls.key", folder.resolve("server.key").toString()));
    all.putAll(more);
    return all;
  }

  private void write(TestCertificates made) throws IOException {
    Files.writeString(folder.resolve("server.crt"), made.certificatePem());
    Files.writeString(folder.resolve("server.key"), made.encryptedKeyPem("geheim"));
  }

  @Test
  void isTakenOverWithinAMinuteWhileAConnectionGoesOn() throws Exception {
    TestCertificates first = TestCertificates.localhost("RSA");
    TestCertificates second = TestCertificates.localhost("EC");
    write(first);
    PlenumServer server =
        PlenumServer.start(
            settings(
                Map.of(
                    "plenum.tls.password", "geheim",
                    "plenum.tls.plain-http", "redirect",
                    "plenum.tls.hsts-days", "1")));
    try {
      TrustingClient client = new TrustingClient(first.certificatePem(), second.certificatePem());
      int port = server.secureUrl("/").getPort();
      assertEquals(first.certificate(), client.shownAt("localhost", port));
      Pongs pongs = new Pongs();
      WebSocket socket = opened(server, client, pongs);
      assertTrue(pongs.answers(socket), "before the change");

      write(second);
      Waiting.until(
          "the other certificate",
          MINUTE,
          () -> client.shownAt("localhost", port),
          shown -> shown.equals(second.certificate()));
      assertTrue(pongs.answers(socket), "the connection of before goes on");

      Files.writeString(folder.resolve("server.crt"), "nothing");
      Waiting.until(
          "a word of warning",
          MINUTE,
          server::output,
          printed -> printed.contains("server.crt: it is neither PKCS#12"));
      assertEquals(second.certificate(), client.shownAt("localhost", port));
      assertTrue(pongs.answers(socket), "and on");

      HttpResponse<String> page = client.get(server.secureUrl("/rooms"));
      assertEquals(
          "max-age=86400", page.headers().firstValue("Strict-Transport-Security").orElse(""));
      nothingIsToBeTrusted(server);
      isRedirected(server, port);
    } finally {
      PlenumServer.Ending ending = server.stop();
      assertFalse(ending.output().contains("\tat "), ending.output());
    }
  }

  private static WebSocket opened(PlenumServer server, TrustingClient client, Pongs pongs) {
    Browser browser = Browser.named(server, "Ada");
    URI address = URI.create(server.secureUrl("/signal").toString().replace("https", "wss"));
    String origin = server.secureUrl("").toString();
    return client
        .http()
        .newWebSocketBuilder()
        .header("Origin", origin)
        .header("Cookie", browser.cookie().orElseThrow())
        .buildAsync(address, pongs)
        .join();
  }

  private static void nothingIsToBeTrusted(PlenumServer server) {
    Browser browser = new Browser(server);
    assertEquals(404, browser.get("/plenum-ca.crt").statusCode());
    assertTrue(browser.get("/ca").body().contains("There is nothing to trust here"));
  }

  private static void isRedirected(PlenumServer server, int port) throws Exception {
    var address = LocalNetwork.address();
    if (address.isEmpty()) {
      System.out.println("[skipped] This machine has no address but loopback.");
    }
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but loopback");
    URI plain = URI.create("http://" + address.get() + ":" + server.port() + "/room?id=a");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(307, answer.statusCode());
    assertEquals(
        "https://" + address.get() + ":" + port + "/room?id=a",
        answer.headers().firstValue("Location").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheStartWithASentenceWhenItHasExpired(boolean checkedBefore) throws IOException {
    Instant now = Instant.now();
    write(
        TestCertificates.valid("EC", now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))));
    PlenumServer server = PlenumServer.prepare(settings(Map.of("plenum.tls.password", "geheim")));
    if (checkedBefore) {
      server.checkedBefore();
    }
    server.launch();
    PlenumServer.Ending ending = server.awaitEnd();

    assertEquals(78, ending.exit());
    String sentence =
        "Plenum cannot start. The certificate of https cannot be used: %s: it expired at "
            .formatted(folder.resolve("server.crt"));
    assertTrue(ending.output().contains(sentence), ending.output());
    assertFalse(ending.output().contains("\tat "), ending.output());
    if (checkedBefore) {
      assertEquals(1, ending.output().strip().lines().count(), ending.output());
    }
  }
}
