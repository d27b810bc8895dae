package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import java.net.InetSocketAddress;
import java.util.Optional;

/** One TCP connection: the end of its channel's pipeline, and what leaves by it. */
final class Connection extends ChannelInboundHandlerAdapter {

  private static final int FRAME_PREFIX = 2;
  private static final int USUAL_BYTES = 4096;

  private final Connections all;
  private final int localInterface;
  private final Channel channel;
  private InetSocketAddress remote;
  private Optional<ProxyLine> said;
  private final Frames frames;
  private final Pace pace;
  private final long unreadBytes;
  private Optional<ByteBuf> gathered = Optional.empty();
  private int gatheredDatagrams;
  private long lastHeardNanos;
  private boolean kept;

  Connection(
      Connections all,
      int localInterface,
      Channel channel,
      InetSocketAddress remote,
      TcpPort limits,
      long nowNanos) {
    this.all = all;
    this.localInterface = localInterface;
    this.channel = channel;
    this.remote = remote;
    this.said =
        limits.proxies().contains(remote.getAddress())
            ? Optional.of(new ProxyLine())
            : Optional.empty();
    this.frames = new Frames(limits.frameBytes());
    this.unreadBytes = limits.unreadBytes();
    this.pace = new Pace(limits.unreadBytes());
    this.lastHeardNanos = nowNanos;
  }

  /** The client: that of the socket, or whom a proxy there has named. */
  InetSocketAddress remote() {
    return remote;
  }

  int localInterface() {
    return localInterface;
  }

  /** Somebody answers for it. */
  void keep() {
    kept = true;
  }

  boolean kept() {
    return kept;
  }

  /** Since it came, or since something came by it. */
  long silentNanos(long nowNanos) {
    return nowNanos - lastHeardNanos;
  }

  /** Whether its client has not taken in time what waits for it. */
  boolean slow(long nowNanos) {
    return pace.slow(waiting(), nowNanos);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      lastHeardNanos = kept ? System.nanoTime() : lastHeardNanos;
      if (!isIntroduced(in) || !frames.take(in, this::datagram)) {
        close();
      }
    } finally {
      in.release();
    }
  }

  /**
   * Takes what a proxy says before the first frame.
   *
   * @return whether to go on, now or with what comes next
   */
  private boolean isIntroduced(ByteBuf in) {
    if (said.isEmpty()) {
      return true;
    }
    ProxyLine line = said.get();
    line.take(in);
    if (!line.ended() || line.broken()) {
      return !line.broken();
    }
    said = Optional.empty();
    Optional<InetSocketAddress> client = line.client();
    if (client.isPresent() && !all.belongs(this, client.get())) {
      return false;
    }
    remote = client.orElse(remote);
    return true;
  }

  private boolean datagram(byte[] b, int off, int len) {
    all.deliver(this, b, off, len);
    return channel.isOpen();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    all.readComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    gathered.ifPresent(ByteBuf::release);
    gathered = Optional.empty();
    all.closed(this);
  }

  /** A reset, for example. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    all.failed(cause);
    close();
  }

  /**
   * Gathers a datagram until {@link #flush}.
   *
   * @return false when too much waits already
   */
  boolean add(byte[] b, int off, int len, long nowNanos) {
    if (!hasRoom(FRAME_PREFIX + len, nowNanos)) {
      return false;
    }
    begin().writeShort(len).writeBytes(b, off, len);
    gatheredDatagrams++;
    return true;
  }

  /**
   * Gathers datagrams that are in frames until {@link #flush}.
   *
   * @param inFrames released, if it returns true
   * @return false when too much waits already
   */
  boolean add(ByteBuf inFrames, int number, long nowNanos) {
    if (!hasRoom(inFrames.readableBytes(), nowNanos)) {
      return false;
    }
    begin().writeBytes(inFrames);
    inFrames.release();
    gatheredDatagrams += number;
    return true;
  }

  private boolean hasRoom(int bytes, long nowNanos) {
    long before = waiting();
    if (!channel.isActive() || before + bytes > unreadBytes) {
      pace.full(before, nowNanos);
      return false;
    }
    return true;
  }

  private ByteBuf begin() {
    if (gathered.isEmpty()) {
      gathered = Optional.of(channel.alloc().directBuffer(USUAL_BYTES));
      all.toFlush(this);
    }
    return gathered.get();
  }

  /**
   * Hands over what was gathered.
   *
   * @return how many datagrams
   */
  int flush() {
    int datagrams = gathered.isPresent() ? gatheredDatagrams : 0;
    gathered.ifPresent(
        bytes -> {
          pace.queued(bytes.readableBytes());
          channel.writeAndFlush(bytes, channel.voidPromise());
        });
    gathered = Optional.empty();
    gatheredDatagrams = 0;
    return datagrams;
  }

  /** Bytes that the system has not taken yet. */
  long waiting() {
    ChannelOutboundBuffer queue = channel.unsafe().outboundBuffer();
    long queued = queue == null ? 0 : queue.totalPendingWriteBytes();
    return queued + gathered.map(ByteBuf::readableBytes).orElse(0);
  }

  void close() {
    channel.close();
  }
}
