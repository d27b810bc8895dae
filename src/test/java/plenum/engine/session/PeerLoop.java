package plenum.engine.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import plenum.engine.dtls.DtlsHandshakes;
import plenum.engine.dtls.DtlsIdentity;

/** One thread that receives for any number of {@link TestPeer}s, each with its own socket. */
public final class PeerLoop implements AutoCloseable {

  private static final int BUFFER = 4096;

  /** Of IPv4 and UDP. */
  private static final int HEADERS = 28;

  private static final int SOCKET_BUFFER = 1 << 20;
  private static final long TICK_MILLIS = 100;

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<TestPeer> peers = new CopyOnWriteArrayList<>();
  private final DtlsIdentity identity = DtlsIdentity.generate();
  private final DtlsHandshakes handshakes;
  private final Thread thread;
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean closed;

  public PeerLoop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handshakes = new DtlsHandshakes(identity, 500, Duration.ofSeconds(20));
    thread = new Thread(this::run, "test-peers");
    thread.setDaemon(true);
    thread.start();
  }

  /** A new peer with a socket on loopback. */
  public TestPeer peer() {
    TestPeer peer = new TestPeer(this);
    peers.add(peer);
    return peer;
  }

  /** A new peer at the socket of one that is gone without a word. */
  TestPeer peerInPlaceOf(TestPeer gone) {
    gone.vanish();
    TestPeer peer = new TestPeer(this, gone);
    peers.remove(gone);
    peers.add(peer);
    tasks.add(() -> peer.channel().keyFor(selector).attach(peer));
    selector.wakeup();
    return peer;
  }

  /** One more socket on loopback, whose datagrams that peer gets. */
  DatagramChannel socket(TestPeer peer) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      channel.configureBlocking(false);
      tasks.add(() -> register(channel, peer));
      selector.wakeup();
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register(DatagramChannel channel, TestPeer peer) {
    try {
      channel.register(selector, SelectionKey.OP_READ, peer);
    } catch (ClosedChannelException e) {
      peers.remove(peer);
    }
  }

  /** Reads no more of what that peer gets, for which the system is to have little room. */
  void forsake(TestPeer peer) {
    tasks.add(
        () -> {
          try {
            peer.channel().setOption(StandardSocketOptions.SO_RCVBUF, 1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          peer.channel().keyFor(selector).cancel();
        });
    selector.wakeup();
  }

  DtlsIdentity identity() {
    return identity;
  }

  DtlsHandshakes handshakes() {
    return handshakes;
  }

  void forget(TestPeer peer) {
    peers.remove(peer);
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long tick = System.nanoTime();
    while (!closed) {
      try {
        selector.select(key -> read(key, buffer), TICK_MILLIS / 4);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        if (System.nanoTime() - tick > TICK_MILLIS * 1_000_000) {
          tick = System.nanoTime();
          peers.forEach(TestPeer::tick);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Bytes of all that its peers have got so far, with the headers of IP and UDP. */
  public long bytes() {
    return bytes.get();
  }

  private void read(SelectionKey key, ByteBuffer buffer) {
    TestPeer peer = (TestPeer) key.attachment();
    DatagramChannel channel = (DatagramChannel) key.channel();
    try {
      while (true) {
        buffer.clear();
        if (channel.receive(buffer) == null) {
          return;
        }
        bytes.addAndGet(buffer.position() + HEADERS);
        peer.received(buffer.array(), buffer.position());
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  @Override
  public void close() {
    peers.forEach(TestPeer::close);
    handshakes.close();
    closed = true;
    selector.wakeup();
    try {
      thread.join(5000);
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
