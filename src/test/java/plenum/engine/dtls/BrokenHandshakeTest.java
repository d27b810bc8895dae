package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a handshake's messages travel, and what becomes of broken ones. */
@Timeout(60)
class BrokenHandshakeTest {

  private static final int ALERT = 21;
  private static final int CLIENT_HELLO = 1;
  private static final int CERTIFICATE = 11;
  private static final int DECODE_ERROR = 50;
  private static final int TYPE = 13;

  private Pair pair = new Pair();
  private byte[] hello;

  /** A ClientHello of another client. */
  @BeforeEach
  void takeAHello() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    hello = pair.client.sent.get(0);
    pair.close();
    pair = new Pair();
    pair.server.peer = pair.client;
    pair.client.peer = pair.server;
  }

  @AfterEach
  void close() {
    pair.close();
  }

  private void beginServer() {
    pair.server.plugIn(
        pair.servers
            .begin(
                false, "sha-256", pair.clientIdentity.fingerprint(), pair.server::send, pair.server)
            .orElseThrow());
  }

  private void beginClient() {
    pair.client.plugIn(
        pair.clients
            .begin(
                true, "sha-256", pair.serverIdentity.fingerprint(), pair.client::send, pair.client)
            .orElseThrow());
  }

  private static List<Integer> messages(byte[] datagram) {
    List<Integer> types = new ArrayList<>();
    for (int at = 0; at < datagram.length; at = Records.next(datagram, at)) {
      boolean clear = datagram[at] == Records.HANDSHAKE && Records.inTheClear(datagram, at);
      types.add(clear ? datagram[at + TYPE] : -datagram[at]);
    }
    return types;
  }

  private static Set<Long> numbers(byte[] datagram) {
    Set<Long> numbers = new HashSet<>();
    for (int at = 0; at < datagram.length; at = Records.next(datagram, at)) {
      numbers.add(
          (long) Records.uint(datagram, at + 3, 4) << 32 | Records.uint(datagram, at + 7, 4));
    }
    return numbers;
  }

  @Test
  void sendsAFlightInOneDatagram() throws Exception {
    beginServer();
    beginClient();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    assertEquals(List.of(2, 11, 12, 13, 14), messages(pair.server.sent.get(0)));
    List<Integer> changeAndFinished = List.of(-20, -22);
    List<byte[]> server = pair.server.sent;
    assertEquals(changeAndFinished, messages(server.get(server.size() - 1)));
    List<byte[]> client = pair.client.sent;
    assertEquals(List.of(11, 16, 15, -20, -22), messages(client.get(client.size() - 1)));
  }

  @Test
  void sendsAFlightThatDoesNotFitInAsFewDatagramsAsItFits() {
    List<byte[]> sent = new ArrayList<>();
    OutgoingRecords outgoing = new OutgoingRecords(100, sent::add);
    for (int length : new int[] {60, 40, 1, 99, 1}) {
      outgoing.add(new byte[length], 0, length);
    }
    outgoing.flush();
    outgoing.flush();
    assertEquals(List.of(100, 100, 1), sent.stream().map(datagram -> datagram.length).toList());
  }

  /** Writes another length into the message with which a datagram begins. */
  private static void lengthen(byte[] datagram, int type, int length) {
    if (datagram[0] == Records.HANDSHAKE && datagram[TYPE] == type) {
      datagram[TYPE + 1] = (byte) (length >> 16);
      datagram[TYPE + 2] = (byte) (length >> 8);
      datagram[TYPE + 3] = (byte) length;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0f, 0, 0xffffff})
  void answersABrokenHelloWithAnAlert(int length) throws Exception {
    beginServer();
    pair.client.alters = datagram -> lengthen(datagram, CLIENT_HELLO, length);
    beginClient();
    assertTrue(pair.client.awaitFailure().contains("decode_error"));
    assertTrue(pair.server.awaitFailure().contains("decode_error"));
    byte[] alert = pair.server.sent.get(0);
    assertEquals(List.of(-ALERT), messages(alert));
    assertEquals(DECODE_ERROR, alert[14]);
    assertEquals(1, pair.server.sent.size());
  }

  @Test
  void answersABrokenCertificateWithAnAlertOfAnotherNumberThanAllBefore() throws Exception {
    beginServer();
    pair.client.alters = datagram -> lengthen(datagram, CERTIFICATE, 0x0f);
    beginClient();
    assertTrue(pair.client.awaitFailure().contains("decode_error"));
    assertTrue(pair.server.awaitFailure().contains("decode_error"));
    Set<Long> numbers = new HashSet<>();
    for (byte[] datagram : pair.server.sent) {
      numbers(datagram).forEach(number -> assertTrue(numbers.add(number), "twice " + number));
    }
  }

  @Test
  void answersEveryHelloWhateverIsInIt() throws Exception {
    Random random = new Random(6347);
    for (int i = 0; i < 100; i++) {
      beginServer();
      byte[] altered = hello.clone();
      for (int n = 0; n < 3; n++) {
        altered[random.nextInt(TYPE + 12, altered.length)] = (byte) random.nextInt();
      }
      pair.server.endpoint.receive(altered, 0, altered.length);
      while (pair.server.sent.isEmpty()) {
        Thread.sleep(5);
      }
      byte record = pair.server.sent.get(0)[0];
      assertTrue(record == ALERT || record == Records.HANDSHAKE, "record of type " + record);
      pair.close();
      pair = new Pair();
      pair.server.peer = pair.client;
      pair.client.peer = pair.server;
    }
  }

  @Test
  void endsNoConnectionByABrokenMessage() throws Exception {
    beginServer();
    beginClient();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    int sent = pair.server.sent.size();
    byte[] broken = hello.clone();
    lengthen(broken, CLIENT_HELLO, 0x0f);
    pair.server.endpoint.receive(broken, 0, broken.length);
    pair.client.endpoint.close();
    pair.server.awaitClosed();
    assertFalse(pair.server.failure.isDone());
    assertTrue(
        pair.server.sent.stream()
            .skip(sent)
            .noneMatch(d -> d[0] == ALERT && Records.inTheClear(d, 0)),
        "alerted");
  }

  @Test
  void answersAClientThatBeginsAnew() throws Exception {
    beginServer();
    pair.server.loses = datagram -> true;
    pair.server.endpoint.receive(hello, 0, hello.length);
    while (pair.server.sent.isEmpty()) {
      Thread.sleep(5);
    }
    pair.server.loses = datagram -> false;
    beginClient();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    assertTrue(pair.server.sent.stream().allMatch(d -> messages(d).get(0) != -ALERT), "alerted");
  }

  @Test
  void answersOnlySoManyBeginnings() throws Exception {
    beginServer();
    pair.server.loses = datagram -> true;
    Set<Integer> answered = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      byte[] another = hello.clone();
      another[TYPE + 14] = (byte) i;
      int before = pair.server.sent.size();
      pair.server.endpoint.receive(another, 0, another.length);
      // One is answered at once, or never; what comes again comes by the clock.
      while (i < 5 && pair.server.sent.size() == before) {
        Thread.sleep(5);
      }
      if (pair.server.sent.size() > before) {
        answered.add(i);
      }
    }
    assertTrue(answered.containsAll(Set.of(0, 1, 2, 3, 4)));
    pair.server.loses = datagram -> false;
    beginClient();
    assertFalse(pair.client.keys.isDone());
    pair.server.endpoint.close();
  }
}
