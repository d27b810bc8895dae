package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DtlsHandshakesTest {

  private static final int GCM = 7;
  private static final int COUNTER_MODE = 1;

  /** A handshake without losses has some ten datagrams of each side. */
  private static final int LOSSY = 20;

  private Pair pair = new Pair();

  @AfterEach
  void close() {
    pair.close();
  }

  @Test
  void bothSidesGetTheSameKeysSortedByRole() throws Exception {
    pair.connect();
    DtlsKeys client = pair.client.awaitKeys();
    DtlsKeys server = pair.server.awaitKeys();
    assertArrayEquals(client.localKey(), server.remoteKey());
    assertArrayEquals(client.localSalt(), server.remoteSalt());
    assertArrayEquals(client.remoteKey(), server.localKey());
    assertArrayEquals(client.remoteSalt(), server.localSalt());
    assertFalse(Arrays.equals(client.localKey(), client.remoteKey()));
  }

  @Test
  void tellsHowLongAHandshakeTook() throws Exception {
    long begun = System.nanoTime();
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    pair.close();
    assertEquals(1, pair.news.complete.size());
    Duration took = pair.news.complete.get(0);
    assertTrue(took.toNanos() > 0, took.toString());
    assertTrue(took.toNanos() < System.nanoTime() - begun, took.toString());
    assertEquals(0, pair.news.failures.get());
  }

  @Test
  void tellsNothingOfItsWarmUp() {
    Pair.News news = new Pair.News();
    try (DtlsHandshakes handshakes =
        new DtlsHandshakes(DtlsIdentity.generate(), 2, Duration.ofSeconds(10), news)) {
      handshakes.warmUp();
    }
    assertEquals(List.of(), news.complete);
    assertEquals(0, news.failures.get());
  }

  @Test
  void tellsThatAHandshakeFailed() throws Exception {
    pair.connect(SrtpProfiles.only(GCM), SrtpProfiles.only(COUNTER_MODE));
    pair.server.awaitFailure();
    pair.close();
    assertEquals(1, pair.news.failures.get());
    assertEquals(List.of(), pair.news.complete);
  }

  @Test
  void prefersGcm() throws Exception {
    pair.connect();
    assertEquals(GCM, pair.client.awaitKeys().profileId());
    assertEquals(GCM, pair.server.awaitKeys().profileId());
    assertEquals(12, pair.server.awaitKeys().localSalt().length);
  }

  @Test
  void acceptsCounterModeFromAClientThatHasNoOther() throws Exception {
    pair.connect(SrtpProfiles.only(COUNTER_MODE), SrtpProfiles.preferred());
    assertEquals(COUNTER_MODE, pair.server.awaitKeys().profileId());
    assertEquals(14, pair.server.awaitKeys().localSalt().length);
  }

  @Test
  void acceptsCounterModeFromAServerThatHasNoOther() throws Exception {
    pair.connect(SrtpProfiles.preferred(), SrtpProfiles.only(COUNTER_MODE));
    assertEquals(COUNTER_MODE, pair.client.awaitKeys().profileId());
  }

  @Test
  void failsWithoutAProfileInCommon() throws Exception {
    pair.connect(SrtpProfiles.only(GCM), SrtpProfiles.only(COUNTER_MODE));
    assertTrue(pair.server.awaitFailure().contains("no SRTP profile in common"));
    assertTrue(pair.client.awaitFailure().startsWith("the peer refused"));
  }

  @Test
  void theServerRefusesAnotherCertificateThanTheSdpNamed() throws Exception {
    String another = DtlsIdentity.generate().fingerprint();
    pair.begin(SrtpProfiles.preferred(), SrtpProfiles.preferred(), "sha-256 " + another);
    assertTrue(pair.server.awaitFailure().contains("not the one in its SDP"));
    assertTrue(pair.client.awaitFailure().contains("bad_certificate"));
    assertFalse(pair.client.keys.isDone());
  }

  @Test
  void acceptsACertificateThatHasOneOfTheSdpsFingerprints() throws Exception {
    pair.begin(
        SrtpProfiles.preferred(),
        SrtpProfiles.preferred(),
        "sha-512 " + "00:".repeat(63) + "00",
        "sha-256 " + DtlsIdentity.generate().fingerprint(),
        "sha-256 " + pair.clientIdentity.fingerprint());
    assertEquals(GCM, pair.server.awaitKeys().profileId());
  }

  @Test
  void theClientRefusesAnotherCertificateThanTheSdpNamed() throws Exception {
    pair.client.peer = pair.server;
    pair.server.peer = pair.client;
    pair.server.plugIn(begin(pair.servers, false, pair.clientIdentity, pair.server));
    pair.client.plugIn(begin(pair.clients, true, DtlsIdentity.generate(), pair.client));
    assertTrue(pair.client.awaitFailure().contains("not the one in its SDP"));
    assertTrue(pair.server.awaitFailure().contains("bad_certificate"));
  }

  private static DtlsEndpoint begin(
      DtlsHandshakes handshakes, boolean client, DtlsIdentity expected, Pair.Side side) {
    return handshakes
        .begin(client, "sha-256", expected.fingerprint(), side::send, side)
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-1", "md5", ""})
  void failsWithAFingerprintOfAWeakHash(String algorithm) throws Exception {
    pair.servers.begin(false, algorithm, "AA:BB", pair.server::send, pair.server);
    assertTrue(pair.server.awaitFailure().startsWith("not a fingerprint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA:BB", "nonsense", "AA:B"})
  void failsWithAMalformedFingerprint(String fingerprint) throws Exception {
    pair.servers.begin(false, "sha-256", fingerprint, pair.server::send, pair.server);
    assertTrue(pair.server.awaitFailure().startsWith("not a fingerprint"));
  }

  @Test
  void answersAClientThatLostTheLastFlight() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    // The last flight begins with the change of keys.
    pair.server.loses =
        datagram -> datagram[0] == Records.CHANGE_CIPHER_SPEC && lost.getAndIncrement() < 2;
    pair.connect();
    pair.server.awaitKeys();
    pair.client.awaitKeys();
    assertEquals(3, lost.get());
  }

  @Test
  void connectsWhenTheProofOfTheClientsKeyComesAfterItsFinished() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    // CertificateVerify, on its own in a datagram.
    pair.client.splits = true;
    pair.client.loses =
        datagram -> datagram[0] == 22 && datagram[13] == 15 && lost.getAndIncrement() == 0;
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    assertEquals(2, lost.get());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void connectsDespiteThirtyPercentLoss(long seed) throws Exception {
    Random random = new Random(seed);
    pair.client.loses = losingThirtyPercentOfTheFirst(random);
    pair.server.loses = losingThirtyPercentOfTheFirst(random);
    pair.connect();
    pair.client.awaitKeys();
    assertEquals(GCM, pair.server.awaitKeys().profileId());
  }

  /** Not for ever: waits between two tries double. */
  private static Predicate<byte[]> losingThirtyPercentOfTheFirst(Random random) {
    AtomicInteger sent = new AtomicInteger();
    return datagram -> sent.getAndIncrement() < LOSSY && nextInt(random) < 3;
  }

  private static synchronized int nextInt(Random random) {
    return random.nextInt(10);
  }

  @Test
  void connectsDespiteGarbage() throws Exception {
    pair.connect();
    Random random = new Random(6347);
    for (int i = 0; i < 2000; i++) {
      byte[] garbage = new byte[1 + random.nextInt(200)];
      random.nextBytes(garbage);
      garbage[0] = (byte) (20 + random.nextInt(44));
      pair.server.endpoint.receive(garbage, 0, garbage.length);
      pair.client.endpoint.receive(garbage, 0, garbage.length);
    }
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    assertFalse(pair.server.failure.isDone());
  }

  @Test
  void garbageDoesNotEndAConnection() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    for (int type = 20; type < 24; type++) {
      byte[] record = new byte[60];
      record[0] = (byte) type;
      record[1] = (byte) 0xfe;
      record[2] = (byte) 0xfd;
      record[4] = 1;
      record[12] = 47;
      pair.server.endpoint.receive(record, 0, record.length);
    }
    pair.client.endpoint.close();
    pair.server.awaitClosed();
    assertFalse(pair.server.failure.isDone());
  }

  @Test
  void noticesThatThePeerClosed() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    pair.server.endpoint.close();
    pair.client.awaitClosed();
    assertFalse(pair.server.closed.isDone());
  }

  @Test
  void closingDuringTheHandshakeFreesItsThread() throws Exception {
    DtlsEndpoint waiting = begin(pair.servers, false, pair.clientIdentity, pair.server);
    pair.server.peer = pair.client;
    assertEquals(Optional.empty(), another(pair.servers));
    waiting.close();
    while (another(pair.servers).isEmpty()) {
      Thread.sleep(5);
    }
    assertFalse(pair.server.failure.isDone());
  }

  @Test
  void refusesMoreHandshakesThanTheLimit() {
    assertTrue(another(pair.servers).isPresent());
    assertEquals(Optional.empty(), another(pair.servers));
  }

  @Test
  void aConnectedSessionDoesNotCountTowardsTheLimit() throws Exception {
    pair.connect();
    pair.server.awaitKeys();
    pair.client.awaitKeys();
    while (another(pair.servers).isEmpty()) {
      Thread.sleep(5);
    }
    assertFalse(pair.server.closed.isDone());
  }

  private static Optional<DtlsEndpoint> another(DtlsHandshakes handshakes) {
    Pair.Side nobody = new Pair.Side();
    return handshakes.begin(false, "sha-256", "00:".repeat(31) + "00", datagram -> {}, nobody);
  }

  @Test
  void givesUpAfterTheTimeout() throws Exception {
    pair.close();
    pair = new Pair(Duration.ofMillis(400));
    pair.client.loses = datagram -> true;
    pair.connect();
    assertEquals("the handshake took too long", pair.client.awaitFailure());
    assertEquals("the handshake took too long", pair.server.awaitFailure());
  }

  @Test
  void refusesDtls10() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    byte[] hello = pair.client.sent.get(0).clone();
    pair.close();
    pair = new Pair();
    pair.server.peer = pair.client;
    pair.server.plugIn(begin(pair.servers, false, pair.clientIdentity, pair.server));
    // The ClientHello's version: 254.253 is DTLS 1.2, 254.255 is 1.0.
    assertEquals((byte) 0xfd, hello[26]);
    hello[26] = (byte) 0xff;
    pair.server.endpoint.receive(hello, 0, hello.length);
    assertTrue(pair.server.awaitFailure().contains("protocol_version"));
  }

  @Test
  void sendsNoDatagramAboveTheMtu() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    assertTrue(pair.server.sent.stream().allMatch(datagram -> datagram.length <= 1200));
    assertTrue(pair.client.sent.stream().allMatch(datagram -> datagram.length <= 1200));
  }

  @Test
  void noThreadIsLeftAfterClose() throws Exception {
    pair.connect();
    pair.client.awaitKeys();
    pair.server.awaitKeys();
    pair.server.endpoint.close();
    pair.client.awaitClosed();
    another(pair.servers);
    List<Thread> threads = threads();
    assertFalse(threads.isEmpty());
    pair.close();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      assertFalse(thread.isAlive(), thread.getName());
    }
    assertEquals(Optional.empty(), another(pair.servers));
  }

  @Test
  void warmsUpAndLeavesNothingBehind() throws Exception {
    try (DtlsHandshakes handshakes =
        new DtlsHandshakes(DtlsIdentity.generate(), 2, Duration.ofSeconds(10))) {
      handshakes.warmUp();
      Optional<DtlsEndpoint> first = another(handshakes);
      while (first.isEmpty()) {
        Thread.sleep(5);
        first = another(handshakes);
      }
      assertTrue(first.isPresent());
    }
  }

  @Test
  void neverPrintsKeys() throws Exception {
    pair.connect();
    assertEquals("DtlsKeys[profileId=7]", pair.client.awaitKeys().toString());
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("plenum-dtls-"))
        .toList();
  }
}
