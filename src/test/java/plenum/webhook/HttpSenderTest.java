package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.Trust;
import plenum.settings.Network;
import plenum.settings.WebhookSettings;
import plenum.testing.TestCertificates;

class HttpSenderTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    threads.shutdownNow();
  }

  private static List<Network> here() throws UnknownHostException {
    return List.of(new Network(InetAddress.getByName("127.0.0.1"), 32));
  }

  private HttpSender believing(SSLContext trust) throws UnknownHostException {
    return new HttpSender(Lanes.settings(1, 1, 1, here()), trust, threads);
  }

  private HttpSender sender(boolean permitted)
      throws UnknownHostException, NoSuchAlgorithmException {
    return sender(Lanes.settings(1, 1, 1, permitted ? here() : List.of()));
  }

  private HttpSender sender(WebhookSettings settings) throws NoSuchAlgorithmException {
    return new HttpSender(settings, SSLContext.getDefault(), threads);
  }

  private Answer send(Receiver receiver) throws UnknownHostException, NoSuchAlgorithmException {
    return send(sender(true), receiver);
  }

  /** By a sender that waits for one second only. */
  private Answer sendHastily(Receiver receiver)
      throws UnknownHostException, NoSuchAlgorithmException {
    return send(sender(Lanes.settings(1, 1, 1, Duration.ofSeconds(1), here())), receiver);
  }

  private static Answer send(HttpSender sender, Receiver receiver) {
    return sender.send(receiver.address(), Map.of("webhook-id", "msg_a"), "{\"ä\":1}");
  }

  @Test
  void bringsAMessageAndTellsTheAnswersFirstLine() throws Exception {
    try (Receiver receiver =
        new Receiver(exchange -> Receiver.say(exchange, 202, "Thänk\tyou\r\nmore"))) {
      assertEquals(new Answer(202, "Thänk you"), send(receiver));
      Receiver.Got got = receiver.got().get(0);
      assertEquals("{\"ä\":1}", got.body());
      assertEquals("application/json", got.header("content-type"));
      assertEquals("msg_a", got.header("webhook-id"));
      assertEquals("", got.header("upgrade"));
    }
  }

  @Test
  void sendsNothingToASpecialAddress() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer answer = sender(false).send(receiver.address(), Map.of(), "{}");
      assertEquals(0, answer.status());
      assertTrue(answer.line().contains("127.0.0.1 is a special address"), answer.line());
      assertEquals(List.of(), receiver.got());
    }
  }

  @Test
  void followsNoRedirection() throws Exception {
    try (Receiver other = new Receiver();
        Receiver receiver =
            new Receiver(
                exchange -> {
                  exchange.getResponseHeaders().set("Location", other.address().toString());
                  exchange.sendResponseHeaders(307, -1);
                })) {
      assertEquals(307, send(receiver).status());
      assertEquals(List.of(), other.got());
    }
  }

  @Test
  void waitsForNobodyForEver() throws Exception {
    try (Receiver receiver = new Receiver(exchange -> end.await())) {
      assertEquals(new Answer(0, "no answer within 1 s"), sendHastily(receiver));
    }
  }

  /** The head has come, and a request's own time limit is over with it. */
  @Test
  void waitsNotForEverForTheRestEither() throws Exception {
    try (Receiver receiver =
        new Receiver(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('.');
              exchange.getResponseBody().flush();
              end.await();
            })) {
      assertEquals(new Answer(0, "no answer within 1 s"), sendHastily(receiver));
    }
  }

  @Test
  void readsNoMoreThanALine() throws Exception {
    try (Receiver receiver =
        new Receiver(exchange -> Receiver.say(exchange, 200, "x".repeat(1_000_000)))) {
      assertEquals(new Answer(200, "x".repeat(FirstLine.LONGEST)), send(receiver));
    }
  }

  @Test
  void saysWhyThereWasNoAnswer() throws Exception {
    Receiver receiver = new Receiver();
    receiver.close();
    Answer answer = send(receiver);
    assertEquals(0, answer.status());
    assertTrue(answer.line().startsWith("ConnectException"), answer.line());
  }

  private static SSLContext server(TestCertificates own, Path folder) throws Exception {
    char[] word = "word".toCharArray();
    KeyStore store =
        KeyStore.getInstance(own.pkcs12(folder.resolve("own.p12"), "word").toFile(), word);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, word);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void believesReceiversForWhomTheAuthorityVouches(@TempDir Path folder) throws Exception {
    TestCertificates own = TestCertificates.localhost("EC");
    Path file = Files.writeString(folder.resolve("ca.pem"), own.certificatePem());
    SSLContext trust = new Trust("plenum.webhooks.ca-file", Optional.of(file)).context();
    try (Receiver receiver =
        new Receiver(
            exchange -> exchange.sendResponseHeaders(204, -1), Optional.of(server(own, folder)))) {
      URI address = receiver.address("localhost");
      Answer known = believing(trust).send(address, Map.of(), "{}");
      assertEquals(new Answer(204, ""), known);
      Answer unknown = believing(SSLContext.getDefault()).send(address, Map.of(), "{}");
      assertTrue(unknown.line().startsWith("SSLHandshakeException"), unknown.line());
      assertEquals(1, receiver.got().size());
    }
  }
}
