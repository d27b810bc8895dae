package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The TCP connections of a loop, within their limits. A client is told by the listener that it came
 * to and its address, as with datagrams. Lives on the loop's thread.
 */
final class Connections {

  private static final Duration ATTEND = Duration.ofSeconds(1);

  /** A client checks every few seconds what it uses. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Of all connections together; a site with more than that waiting has lost its network. */
  private static final long WAITING_BYTES = 64L << 20;

  private final MediaLoop loop;
  private final TcpPort limits;
  private final int first;
  private final List<Channel> listeners;
  private final List<Map<InetSocketAddress, Connection>> byRemote = new ArrayList<>();
  private final Map<InetAddress, Integer> perAddress = new HashMap<>();
  private final List<Connection> unflushed = new ArrayList<>();
  private final Counters datagrams;
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong unproved = new AtomicLong();
  private final AtomicLong slow = new AtomicLong();
  private Optional<ScheduledHandle> attending = Optional.empty();
  private long waitingBytes;

  /**
   * @param first the number of the first listener among the loop's interfaces
   */
  Connections(
      MediaLoop loop, TcpPort limits, int first, List<Channel> listeners, Counters datagrams) {
    this.loop = loop;
    this.limits = limits;
    this.first = first;
    this.listeners = List.copyOf(listeners);
    this.datagrams = datagrams;
    listeners.forEach(listener -> byRemote.add(new HashMap<>()));
  }

  List<InetSocketAddress> locals() {
    return listeners.stream()
        .map(Channel::localAddress)
        .map(InetSocketAddress.class::cast)
        .toList();
  }

  TcpCounts counts() {
    return new TcpCounts(open.get(), accepted.get(), refused.get(), unproved.get(), slow.get());
  }

  /** Lets connections in. */
  void begin() {
    listeners.forEach(listener -> listener.config().setAutoRead(true));
  }

  /** A connection has come, to the listener with that index. */
  void accepted(Channel channel, int listener) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
      channel.close(); // Gone already.
      return;
    }
    if (open.get() >= limits.most() || isFull(remote.getAddress())) {
      Counters.add(refused, 1);
      channel.close();
      return;
    }
    long nowNanos = System.nanoTime();
    Connection connection =
        new Connection(this, first + listener, channel, remote, limits, nowNanos);
    byRemote.get(listener).put(remote, connection);
    count(remote.getAddress(), 1);
    Counters.add(open, 1);
    Counters.add(accepted, 1);
    channel.pipeline().addLast(connection);
    if (attending.isEmpty()) {
      attending = Optional.of(loop.every(ATTEND, () -> attend(System.nanoTime())));
    }
  }

  private boolean isFull(InetAddress client) {
    return perAddress.getOrDefault(counted(client), 0) >= limits.mostOfOneAddress();
  }

  /** Nobody counts those of a proxy: they are many clients', whether it says whose or not. */
  private void count(InetAddress client, int more) {
    if (!limits.proxies().contains(client)) {
      perAddress.merge(counted(client), more, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /**
   * A proxy says whose a connection is, before anything came by it.
   *
   * @return whether it may stay: within the limits, and nobody else's
   */
  boolean belongs(Connection connection, InetSocketAddress client) {
    Map<InetSocketAddress, Connection> all = byRemote.get(connection.localInterface() - first);
    if (isFull(client.getAddress()) || all.containsKey(client)) {
      Counters.add(refused, 1);
      return false;
    }
    all.remove(connection.remote(), connection);
    all.put(client, connection);
    count(client.getAddress(), 1);
    return true;
  }

  void closed(Connection connection) {
    InetSocketAddress remote = connection.remote();
    if (byRemote.get(connection.localInterface() - first).remove(remote, connection)) {
      count(remote.getAddress(), -1);
      Counters.add(open, -1);
      loop.disconnected(connection.localInterface(), remote);
    }
  }

  /** Of IPv6 the network's 64 bits: its clients have as many addresses as they like (RFC 8981). */
  static InetAddress counted(InetAddress client) {
    if (!(client instanceof Inet6Address)) {
      return client;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(client.getAddress(), 8), 16));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("16 bytes are an address", impossible);
    }
  }

  void deliver(Connection from, byte[] b, int off, int len) {
    loop.deliver(from.localInterface(), from.remote(), b, off, len);
  }

  void readComplete() {
    loop.readComplete();
  }

  void failed(Throwable cause) {
    if (!(cause instanceof IOException)) {
      loop.readFailed(cause);
    }
  }

  /** Sends a datagram, or drops it when too much waits or the client is gone. */
  void send(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    Connection to = byRemote.get(localInterface - first).get(remote);
    boolean sent =
        to != null
            && len > 0
            && len <= Transport.MAX_DATAGRAM
            && waitingBytes < WAITING_BYTES
            && to.add(b, off, len, System.nanoTime());
    if (!sent) {
      Counters.add(datagrams.dropped, 1);
    }
  }

  /**
   * Sends datagrams in their frames that another loop has gathered, or drops them all.
   *
   * @param frames the callee's to release
   */
  void send(int localInterface, InetSocketAddress remote, ByteBuf frames, int number) {
    Connection to = byRemote.get(localInterface - first).get(remote);
    boolean sent =
        to != null && waitingBytes < WAITING_BYTES && to.add(frames, number, System.nanoTime());
    if (!sent) {
      frames.release();
      Counters.add(datagrams.dropped, number);
    }
  }

  void toFlush(Connection connection) {
    unflushed.add(connection);
  }

  void flush() {
    if (unflushed.isEmpty()) {
      return;
    }
    for (int i = 0; i < unflushed.size(); i++) {
      Counters.add(datagrams.sent, unflushed.get(i).flush());
    }
    unflushed.clear();
  }

  void keep(int localInterface, InetSocketAddress remote) {
    Connection connection = byRemote.get(localInterface - first).get(remote);
    if (connection != null) {
      connection.keep();
    }
  }

  void disconnect(int localInterface, InetSocketAddress remote) {
    Connection connection = byRemote.get(localInterface - first).get(remote);
    if (connection != null) {
      connection.close();
    }
  }

  /**
   * Every second while there are any: ends those that nobody keeps, that are silent, and that read
   * too slowly.
   */
  private void attend(long nowNanos) {
    long waiting = 0;
    for (Map<InetSocketAddress, Connection> connections : byRemote) {
      for (Connection connection : List.copyOf(connections.values())) {
        waiting += connection.waiting();
        attend(connection, nowNanos);
      }
    }
    waitingBytes = waiting;
    if (open.get() == 0) {
      waitingBytes = 0;
      attending.ifPresent(ScheduledHandle::cancel);
      attending = Optional.empty();
    }
  }

  private void attend(Connection connection, long nowNanos) {
    long silent = connection.silentNanos(nowNanos);
    if (!connection.kept() && silent > limits.proof().toNanos()) {
      Counters.add(unproved, 1);
      connection.close();
    } else if (connection.slow(nowNanos)) {
      Counters.add(slow, 1);
      connection.close();
    } else if (silent > IDLE_NANOS) {
      connection.close();
    }
  }

  void close() {
    flush();
    listeners.forEach(Channel::close);
    byRemote.forEach(connections -> List.copyOf(connections.values()).forEach(Connection::close));
  }
}
