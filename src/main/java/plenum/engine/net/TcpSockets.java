package plenum.engine.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Listens for connections. */
final class TcpSockets {

  /** What the system keeps for a client, beside what waits here. */
  private static final int SEND_BUFFER = 128 * 1024;

  private static final int READ_BYTES = 16 * 1024;
  private static final int READS_AT_ONCE = 4;
  private static final int BACKLOG = 256;

  /** As for datagrams: small, for what is received is copied out at once. */
  private static final ByteBufAllocator MEMORY =
      new PooledByteBufAllocator(true, 0, 1, 8192, 6, 64, 16, false);

  private TcpSockets() {}

  /**
   * Binds a listener to each address. It accepts nothing before its {@code AUTO_READ} is set.
   *
   * @param accepted is given each connection, with the index of the address that it came to
   * @throws UncheckedIOException when one cannot be bound; then none is
   */
  static List<Channel> bind(
      EventLoop loop,
      Transport transport,
      List<InetSocketAddress> addresses,
      ObjIntConsumer<Channel> accepted) {
    List<Channel> listeners = new ArrayList<>();
    for (InetSocketAddress address : addresses) {
      int index = listeners.size();
      ChannelFuture bound =
          bootstrap(loop, transport, address, channel -> accepted.accept(channel, index))
              .bind(address)
              .awaitUninterruptibly();
      if (!bound.isSuccess()) {
        close(listeners);
        throw notBound(address, bound.cause());
      }
      listeners.add(bound.channel());
    }
    return listeners;
  }

  static void close(List<Channel> channels) {
    channels.forEach(channel -> channel.close().awaitUninterruptibly());
  }

  private interface Accepted {
    void channel(Channel channel);
  }

  private static ServerBootstrap bootstrap(
      EventLoop loop, Transport transport, InetSocketAddress address, Accepted accepted) {
    FixedRecvByteBufAllocator receive = new FixedRecvByteBufAllocator(READ_BYTES);
    receive.maxMessagesPerRead(READS_AT_ONCE);
    return new ServerBootstrap()
        .group(loop, loop)
        .channelFactory(() -> transport.listener(address.getAddress()))
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.ALLOCATOR, MEMORY)
        .childOption(ChannelOption.RECVBUF_ALLOCATOR, receive)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                accepted.channel(channel);
              }
            });
  }

  private static UncheckedIOException notBound(InetSocketAddress address, Throwable cause) {
    String reason = String.valueOf(cause.getMessage());
    return new UncheckedIOException(
        new IOException(
            "Cannot wait for media at TCP port "
                + address.getPort()
                + " of "
                + address.getAddress().getHostAddress()
                + ": "
                + reason.substring(reason.lastIndexOf(": ") + 1).strip()
                + ".",
            cause));
  }
}
