package plenum.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.dtls.DtlsHandshakes;
import plenum.engine.dtls.DtlsIdentity;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.dtls.DtlsObserver;

/** Milliseconds of a DTLS handshake, both sides in this process: the first ones, and the usual. */
public final class HandshakeBench {

  private HandshakeBench() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    DtlsIdentity identity = DtlsIdentity.generate();
    System.out.println("identity: " + since(start) + " ms");
    try (DtlsHandshakes handshakes = new DtlsHandshakes(identity, 10, Duration.ofSeconds(10))) {
      start = System.nanoTime();
      handshakes.warmUp();
      System.out.println("warm-up: " + since(start) + " ms");
      for (int i = 1; i <= 100; i++) {
        start = System.nanoTime();
        shakeHands(handshakes, identity);
        if (i <= 3 || i % 20 == 0) {
          System.out.println("handshake " + i + ": " + since(start) + " ms");
        }
      }
    }
  }

  private static void shakeHands(DtlsHandshakes handshakes, DtlsIdentity identity)
      throws InterruptedException {
    CompletableFuture<DtlsEndpoint> client = new CompletableFuture<>();
    CompletableFuture<DtlsEndpoint> server = new CompletableFuture<>();
    CountDownLatch connected = new CountDownLatch(2);
    server.complete(begin(handshakes, identity, false, client, connected));
    client.complete(begin(handshakes, identity, true, server, connected));
    connected.await();
  }

  private static DtlsEndpoint begin(
      DtlsHandshakes handshakes,
      DtlsIdentity identity,
      boolean client,
      CompletableFuture<DtlsEndpoint> peer,
      CountDownLatch connected) {
    return handshakes
        .begin(
            client,
            "sha-256",
            identity.fingerprint(),
            datagram -> peer.join().receive(datagram, 0, datagram.length),
            new Latch(connected))
        .orElseThrow();
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private record Latch(CountDownLatch connected) implements DtlsObserver {

    @Override
    public void connected(DtlsKeys keys) {
      connected.countDown();
    }

    @Override
    public void failed(String reason) {
      throw new IllegalStateException(reason);
    }

    @Override
    public void closed() {}
  }
}
