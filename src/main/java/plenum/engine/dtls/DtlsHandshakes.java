package plenum.engine.dtls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs DTLS handshakes, a bounded number at a time, each on a thread of its own while it lasts, and
 * looks after established associations on one more thread that exists while there is something to
 * do.
 */
public final class DtlsHandshakes implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DtlsHandshakes.class.getName());
  private static final long IDLE_SECONDS = 10;
  private static final long STOP_SECONDS = 3;
  private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(10);

  /** Handshakes need a few dozen frames. */
  private static final long STACK_BYTES = 512 * 1024;

  private final DtlsIdentity identity;
  private final Duration timeout;
  private final HandshakeNews news;
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadPoolExecutor handshakes;
  private final ThreadPoolExecutor records;

  /**
   * @param maxConcurrent handshakes at a time
   * @param timeout from the beginning to the end of one
   */
  public DtlsHandshakes(DtlsIdentity identity, int maxConcurrent, Duration timeout) {
    this(identity, maxConcurrent, timeout, HandshakeNews.NONE);
  }

  /**
   * @param maxConcurrent handshakes at a time
   * @param timeout from the beginning to the end of one
   * @param news hears of all but those of {@link #warmUp()}
   */
  public DtlsHandshakes(
      DtlsIdentity identity, int maxConcurrent, Duration timeout, HandshakeNews news) {
    this.identity = identity;
    this.timeout = timeout;
    this.news = news;
    ThreadFactory threadFactory = this::newThread;
    handshakes =
        new ThreadPoolExecutor(
            0,
            maxConcurrent,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threadFactory);
    // Bounded by two tasks for each association.
    records =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threadFactory,
            new ThreadPoolExecutor.DiscardPolicy());
    records.allowCoreThreadTimeOut(true);
  }

  private Thread newThread(Runnable task) {
    String name = "plenum-dtls-" + threads.incrementAndGet();
    Thread thread = new Thread(null, task, name, STACK_BYTES, false);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins a handshake. The server's side (client false) is begun when the peer's first record has
   * come, or shortly before: it holds one of the limited threads from here on.
   *
   * @param client whether we are the active side (RFC 5763 5)
   * @param fingerprints as in the peer's SDP, {@code sha-256 AB:CD:...}, also by sha-384 and
   *     sha-512; a certificate that has none of them fails (RFC 8122 5)
   * @param sender sends a datagram to the peer; called on threads of the handshakes' own, the array
   *     is the callee's to keep
   * @return the endpoint, to give the peer's records to; empty when the limit is reached or this is
   *     closed
   */
  public Optional<DtlsEndpoint> begin(
      boolean client, List<String> fingerprints, Consumer<byte[]> sender, DtlsObserver observer) {
    return begin(client, fingerprints, SrtpProfiles.preferred(), sender, observer);
  }

  /** As the other, for a peer with one fingerprint. */
  public Optional<DtlsEndpoint> begin(
      boolean client,
      String fingerprintAlgorithm,
      String fingerprint,
      Consumer<byte[]> sender,
      DtlsObserver observer) {
    return begin(client, List.of(fingerprintAlgorithm + " " + fingerprint), sender, observer);
  }

  Optional<DtlsEndpoint> begin(
      boolean client,
      List<String> fingerprints,
      SrtpProfiles profiles,
      Consumer<byte[]> sender,
      DtlsObserver observer) {
    return start(client, fingerprints, profiles, sender, TimedObserver.of(observer, news));
  }

  private Optional<DtlsEndpoint> start(
      boolean client,
      List<String> fingerprints,
      SrtpProfiles profiles,
      Consumer<byte[]> sender,
      DtlsObserver observer) {
    DtlsEndpoint endpoint = new DtlsEndpoint(client, sender, observer, records);
    try {
      handshakes.execute(
          () -> {
            try {
              List<CertificateHash> expected =
                  fingerprints.stream().map(CertificateHash::parse).toList();
              endpoint.shakeHands(() -> new Negotiation(identity, expected, profiles, timeout));
            } catch (IllegalArgumentException e) {
              endpoint.fail("not a fingerprint: " + e.getMessage());
            }
          });
      return Optional.of(endpoint);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  /**
   * Shakes hands with itself, in memory, and returns when that is done: it loads and compiles what
   * the first real handshake would otherwise wait for. Needs two of the handshakes at a time.
   */
  public void warmUp() {
    CountDownLatch over = new CountDownLatch(2);
    CompletableFuture<DtlsEndpoint> server = new CompletableFuture<>();
    CompletableFuture<DtlsEndpoint> client = new CompletableFuture<>();
    warmUpSide(false, client, over).ifPresent(server::complete);
    warmUpSide(true, server, over).ifPresent(client::complete);
    try {
      if (!over.await(WARM_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.INFO, "DTLS was not warmed up: the first handshake is slower.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(server);
      end(client);
    }
  }

  private Optional<DtlsEndpoint> warmUpSide(
      boolean client, CompletableFuture<DtlsEndpoint> peer, CountDownLatch over) {
    Completion observer = new Completion(over);
    Optional<DtlsEndpoint> endpoint =
        start(
            client,
            List.of("sha-256 " + identity.fingerprint()),
            SrtpProfiles.preferred(),
            datagram -> peer.join().receive(datagram, 0, datagram.length),
            observer);
    if (endpoint.isEmpty()) {
      observer.failed("no handshake to be had");
    }
    return endpoint;
  }

  private static void end(CompletableFuture<DtlsEndpoint> side) {
    if (side.isDone()) {
      side.join().close();
    } else {
      side.cancel(true);
    }
  }

  /**
   * Ends handshakes in progress, says close_notify for endpoints closed before, and ends every
   * thread; returns when they have ended.
   */
  @Override
  public void close() {
    handshakes.shutdownNow();
    records.shutdown();
    await(handshakes);
    await(records);
  }

  private static void await(ExecutorService threads) {
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Counts down when a handshake is over, however it ended. */
  private record Completion(CountDownLatch over) implements DtlsObserver {

    @Override
    public void connected(DtlsKeys keys) {
      over.countDown();
    }

    @Override
    public void failed(String reason) {
      over.countDown();
    }

    @Override
    public void closed() {}
  }
}
