package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjIntConsumer;

/**
 * One thread with a UDP socket at each of the machine's addresses that peers may send to, and with
 * the TCP connections of those who cannot. (A socket at the wildcard address would answer from
 * whichever address the routes prefer, which ICE does not accept.) Sessions live on this thread:
 * they receive, compute and send there without locks. {@link MediaLoops} opens several at one port.
 */
public final class MediaLoop implements AutoCloseable {

  private static final String THREAD = "plenum-media";
  private static final long STOP_SECONDS = 3;
  private static final TcpPort NO_TCP = new TcpPort(List.of(), 0, 0, 1, Duration.ZERO, 0, Set.of());

  private final DatagramHandler handler;
  private final long gatherNanos;
  private final EventLoop loop;
  private final List<LocalSocket> sockets = new ArrayList<>();
  private final List<InetSocketAddress> locals;
  private final Connections connections;
  private final Optional<DistantConnections> distant;
  private final int interfaces;
  private final HandOver handOver;
  private final String name;
  private final Counters counters = new Counters();
  private final Defects defects = new Defects();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final byte[] datagram = new byte[2 * Transport.MAX_DATAGRAM];
  private volatile Thread thread;
  private boolean gathering;

  /** Binds what a loop has, and gives its connections to whom it is told. */
  interface Binding {
    LocalSockets.Bound bind(EventLoop loop, ObjIntConsumer<Channel> accepted);
  }

  /**
   * @param listening that has the connections of the port; empty: this one
   */
  MediaLoop(
      String name,
      Transport transport,
      Binding binding,
      TcpPort limits,
      Optional<MediaLoop> listening,
      DatagramHandler handler,
      Duration gather) {
    this.name = name;
    this.handler = handler;
    this.gatherNanos = gather.toNanos();
    this.handOver = new HandOver(this, counters);
    this.loop = new SingleThreadIoEventLoop(null, this::newThread, transport.ioHandler());
    try {
      LocalSockets.Bound bound = binding.bind(loop, this::accepted);
      for (Channel channel : bound.datagrams()) {
        sockets.add(new LocalSocket(this, sockets.size(), channel, transport.segments(), counters));
      }
      this.connections = new Connections(this, limits, sockets.size(), bound.listeners(), counters);
    } catch (RuntimeException e) {
      closeLoop(() -> {});
      throw e;
    }
    this.locals = sockets.stream().map(LocalSocket::local).toList();
    this.distant = listening.map(other -> new DistantConnections(other, sockets.size(), counters));
    this.interfaces = sockets.size() + tcpLocals().size();
  }

  private void accepted(Channel channel, int listener) {
    connections.accepted(channel, listener);
  }

  /**
   * Binds, and begins to receive at once.
   *
   * @param addresses this machine's addresses to receive at, one or more; the order is that of
   *     {@link #locals()}, where those are missing at which no port can be opened any more
   * @param port the port number at all of them; 0 lets the system choose one
   * @throws java.io.UncheckedIOException when an address and port cannot be bound; the message
   *     names both and the setting
   */
  public static MediaLoop open(List<InetAddress> addresses, int port, DatagramHandler handler) {
    return open(Transport.best(), addresses, port, Optional.empty(), handler, Duration.ZERO);
  }

  /**
   * As the other, by a transport, with or without connections.
   *
   * @param gather what comes within this time from the first datagram is one batch: longer trains
   *     to each destination, for so much more delay
   */
  static MediaLoop open(
      Transport transport,
      List<InetAddress> addresses,
      int port,
      Optional<TcpPort> tcp,
      DatagramHandler handler,
      Duration gather) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("media needs at least one address to be received at");
    }
    Binding binding =
        (loop, accepted) ->
            tcp.isEmpty()
                ? new LocalSockets.Bound(LocalSockets.bind(loop, transport, addresses, port))
                : LocalSockets.bind(loop, transport, addresses, port, tcp.get(), accepted);
    MediaLoop media =
        new MediaLoop(
            THREAD, transport, binding, tcp.orElse(NO_TCP), Optional.empty(), handler, gather);
    media.start();
    return media;
  }

  /** Opens one more at the addresses and the port of another, whose connections it uses. */
  static MediaLoop beside(
      MediaLoop first, int number, Transport transport, DatagramHandler handler) {
    first.sockets.forEach(socket -> transport.share(socket.channel()));
    Binding binding = (loop, accepted) -> LocalSockets.bindBeside(loop, transport, first.locals());
    MediaLoop media =
        new MediaLoop(
            THREAD + "-" + number,
            transport,
            binding,
            NO_TCP,
            Optional.of(first),
            handler,
            Duration.ZERO);
    media.start();
    return media;
  }

  private void start() {
    loop.execute(this::startReading);
  }

  private Thread newThread(Runnable task) {
    Thread created = new FastThreadLocalThread(task, name);
    created.setDaemon(true);
    thread = created;
    return created;
  }

  private void startReading() {
    for (LocalSocket socket : sockets) {
      socket.channel().pipeline().addLast(socket);
      socket.channel().config().setAutoRead(true);
    }
    connections.begin();
  }

  /** The port number in use, at every address. */
  public int port() {
    return locals.get(0).getPort();
  }

  /** The addresses of the datagrams; a {@code localInterface} is an index into this list. */
  public List<InetSocketAddress> locals() {
    return locals;
  }

  /**
   * The addresses that connections come to, none without TCP; a {@code localInterface} is an index
   * into {@link #locals()} and this list behind it.
   */
  public List<InetSocketAddress> tcpLocals() {
    return distant.map(DistantConnections::locals).orElseGet(connections::locals);
  }

  /** Whether that is one of {@link #tcpLocals()}. */
  public boolean isTcp(int localInterface) {
    return localInterface >= sockets.size() && localInterface < interfaces;
  }

  /** Somebody answers for that connection, which else ends soon. Call it on the loop's thread. */
  public void keep(int localInterface, InetSocketAddress remote) {
    if (distant.isPresent()) {
      distant.get().keep(localInterface, remote);
    } else {
      connections.keep(localInterface, remote);
    }
  }

  /** Ends that connection, if it is there. Call it on the loop's thread. */
  public void disconnect(int localInterface, InetSocketAddress remote) {
    if (distant.isPresent()) {
      distant.get().disconnect(localInterface, remote);
    } else {
      connections.disconnect(localInterface, remote);
    }
  }

  /** What has become of connections. */
  public TcpCounts tcp() {
    return connections.counts();
  }

  /**
   * Queues a copy of a datagram; it leaves after the running {@link DatagramHandler#batchComplete},
   * executed task or timer. Consecutive datagrams of equal length to one destination cost least.
   * When the network takes no more and the queue is full, the datagram is dropped and counted. Call
   * it on the loop's thread.
   */
  public void send(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    if (!loop.inEventLoop()) {
      throw new IllegalStateException("datagrams are sent on the loop's thread only");
    }
    if (localInterface < sockets.size()) {
      sockets.get(localInterface).outgoing().add(remote, b, off, len);
    } else if (distant.isPresent()) {
      distant.get().send(localInterface, remote, b, off, len);
    } else {
      connections.send(localInterface, remote, b, off, len);
    }
  }

  /**
   * Gives a datagram that came to this loop to another one of the same port, whose handler gets it
   * as if it had come there; it is dropped and counted when too many wait there. The other is woken
   * with the end of the batch. Call it on this loop's thread.
   */
  public void handOver(
      MediaLoop to, int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    handOver.give(to.handOver, localInterface, remote, b, off, len);
  }

  /** Queues something that needs no flush afterwards, or sees to that itself. Any thread. */
  void queue(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // Closed: whoever it was for is gone as well.
      return;
    }
  }

  /** Runs a task on the loop's thread, soon; not at all when the loop is closed. Any thread. */
  public void execute(Runnable task) {
    queue(() -> run(task));
  }

  /** Whether the caller is on the loop's thread. */
  public boolean inLoop() {
    return loop.inEventLoop();
  }

  /** Runs a task on the loop's thread again and again. Any thread. */
  public ScheduledHandle every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    return handle(loop.scheduleWithFixedDelay(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS));
  }

  /** Runs a task once on the loop's thread. Any thread. */
  public ScheduledHandle after(Duration delay, Runnable task) {
    return handle(loop.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  private static ScheduledHandle handle(Future<?> scheduled) {
    return () -> scheduled.cancel(false);
  }

  /** Datagrams received since the start. */
  public long receivedPackets() {
    return counters.received.get();
  }

  /** Datagrams that the system has taken. */
  public long sentPackets() {
    return counters.sent.get();
  }

  /** Datagrams to send that were dropped: the queue was full, or the system refused them. */
  public long dropped() {
    return counters.dropped.get();
  }

  /** CPU time of its thread, in nanoseconds; -1 where the system does not tell, or it has ended. */
  public long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return thread != null && threads.isThreadCpuTimeSupported()
        ? threads.getThreadCpuTime(thread.getId())
        : -1;
  }

  /** Datagrams that came here and were another loop's. */
  public long handedOver() {
    return counters.handedOver.get();
  }

  /** Datagrams that came here and were dropped, for the loop whose they were had too many. */
  public long unread() {
    return counters.unread.get();
  }

  void deliver(int localInterface, InetSocketAddress remote, ByteBuf content) {
    int length = Math.min(content.readableBytes(), Transport.MAX_DATAGRAM);
    content.getBytes(content.readerIndex(), datagram, 0, length);
    deliver(localInterface, remote, length);
  }

  void deliver(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    System.arraycopy(b, off, datagram, 0, len);
    deliver(localInterface, remote, len);
  }

  private void deliver(int localInterface, InetSocketAddress remote, int length) {
    Counters.add(counters.received, 1);
    handle(localInterface, remote, datagram, length);
  }

  void handle(int localInterface, InetSocketAddress remote, byte[] b, int length) {
    try {
      handler.received(localInterface, remote, b, 0, length);
    } catch (RuntimeException | Error e) {
      defects.report("A datagram could not be handled", e);
    }
  }

  /** The connections that are this loop's; on its thread. */
  Connections connections() {
    return connections;
  }

  void disconnected(int localInterface, InetSocketAddress remote) {
    run(() -> handler.disconnected(localInterface, remote));
  }

  void readComplete() {
    handOver.tell();
    if (gatherNanos == 0) {
      run(handler::batchComplete);
    } else if (!gathering) {
      gathering = true;
      loop.schedule(this::gathered, gatherNanos, TimeUnit.NANOSECONDS);
    }
  }

  private void gathered() {
    gathering = false;
    run(handler::batchComplete);
  }

  void readFailed(Throwable cause) {
    if (!(cause instanceof IOException)) {
      defects.report("Receiving failed", cause);
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // An error too, such as one of memory that somebody else has used up: a timer that throws
      // would never run again.
      defects.report("A task of the media loop failed", e);
    }
    for (int i = 0; i < sockets.size(); i++) {
      sockets.get(i).outgoing().flush();
    }
    connections.flush();
    distant.ifPresent(DistantConnections::flush);
  }

  /**
   * Sends what is queued, closes the sockets and ends the thread; returns when it has ended (unless
   * called on it). No task or timer runs afterwards.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeLoop(this::closeSockets);
    }
  }

  private void closeLoop(Runnable before) {
    // On the loop, behind what is queued: a loop that is shutting down closes its sockets first.
    loop.execute(
        () -> {
          try {
            before.run();
          } finally {
            loop.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
          }
        });
    if (thread != null && !loop.inEventLoop()) {
      awaitEnd();
    }
  }

  private void closeSockets() {
    connections.close();
    distant.ifPresent(DistantConnections::flush);
    for (LocalSocket socket : sockets) {
      socket.outgoing().flush();
      socket.channel().close();
      socket.outgoing().release();
    }
  }

  private void awaitEnd() {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
