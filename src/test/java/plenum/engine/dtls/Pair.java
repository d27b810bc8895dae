package plenum.engine.dtls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A client and a server with a wire between them that may lose datagrams. */
final class Pair implements AutoCloseable {

  final DtlsIdentity clientIdentity = DtlsIdentity.generate();
  final DtlsIdentity serverIdentity = DtlsIdentity.generate();
  final News news = new News();
  final DtlsHandshakes clients;
  final DtlsHandshakes servers;
  final Side client = new Side();
  final Side server = new Side();

  Pair() {
    this(Duration.ofSeconds(15));
  }

  Pair(Duration timeout) {
    clients = new DtlsHandshakes(clientIdentity, 1, timeout);
    servers = new DtlsHandshakes(serverIdentity, 1, timeout, news);
  }

  void connect() {
    connect(SrtpProfiles.preferred(), SrtpProfiles.preferred());
  }

  void connect(SrtpProfiles clientProfiles, SrtpProfiles serverProfiles) {
    begin(clientProfiles, serverProfiles, "sha-256 " + clientIdentity.fingerprint());
  }

  void begin(
      SrtpProfiles clientProfiles, SrtpProfiles serverProfiles, String... clientFingerprints) {
    server.plugIn(
        servers
            .begin(false, List.of(clientFingerprints), serverProfiles, server::send, server)
            .orElseThrow());
    server.peer = client;
    client.peer = server;
    client.plugIn(
        clients
            .begin(
                true,
                List.of("sha-256 " + serverIdentity.fingerprint()),
                clientProfiles,
                client::send,
                client)
            .orElseThrow());
  }

  @Override
  public void close() {
    clients.close();
    servers.close();
  }

  /** What was told of the server's handshakes. */
  static final class News implements HandshakeNews {

    final List<Duration> complete = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public void complete(Duration took) {
      complete.add(took);
    }

    @Override
    public void failed() {
      failures.incrementAndGet();
    }
  }

  /** One side: what it sent, and what it heard. */
  static final class Side implements DtlsObserver {

    final List<byte[]> sent = new CopyOnWriteArrayList<>();
    final CompletableFuture<DtlsKeys> keys = new CompletableFuture<>();
    final CompletableFuture<String> failure = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    volatile Predicate<byte[]> loses = datagram -> false;
    volatile Consumer<byte[]> alters = datagram -> {};

    /** Whether each record leaves in a datagram of its own. */
    volatile boolean splits;

    volatile DtlsEndpoint endpoint;
    volatile Side peer;
    private final List<byte[]> early = new ArrayList<>();

    /** What the other side sent already, which may have been quicker, comes now. */
    synchronized void plugIn(DtlsEndpoint own) {
      endpoint = own;
      early.forEach(this::receive);
      early.clear();
    }

    void send(byte[] datagram) {
      if (splits) {
        for (int at = 0; at < datagram.length; at = Records.next(datagram, at)) {
          sendOne(Arrays.copyOfRange(datagram, at, Records.next(datagram, at)));
        }
      } else {
        sendOne(datagram);
      }
    }

    private void sendOne(byte[] datagram) {
      sent.add(datagram);
      if (!loses.test(datagram)) {
        byte[] arriving = datagram.clone();
        alters.accept(arriving);
        peer.receive(arriving);
      }
    }

    private synchronized void receive(byte[] datagram) {
      if (endpoint == null) {
        early.add(datagram);
      } else {
        endpoint.receive(datagram, 0, datagram.length);
      }
    }

    @Override
    public void connected(DtlsKeys established) {
      keys.complete(established);
    }

    @Override
    public void failed(String reason) {
      failure.complete(reason);
    }

    @Override
    public void closed() {
      closed.complete(null);
    }

    DtlsKeys awaitKeys() throws Exception {
      return keys.get(20, TimeUnit.SECONDS);
    }

    String awaitFailure() throws Exception {
      return failure.get(20, TimeUnit.SECONDS);
    }

    void awaitClosed() throws Exception {
      closed.get(20, TimeUnit.SECONDS);
    }
  }
}
