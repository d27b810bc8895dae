package plenum.engine.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Binds a channel per address, all to one port number. */
final class LocalSockets {

  private static final Logger LOG = System.getLogger(LocalSockets.class.getName());

  private static final int SOCKET_BUFFER = 4 * 1024 * 1024;
  private static final int ATTEMPTS = 50;

  /** One small arena of 512 KB chunks: what is received is copied out at once. */
  private static final ByteBufAllocator RECEIVE =
      new PooledByteBufAllocator(true, 0, 1, 8192, 6, 64, 16, false);

  private LocalSockets() {}

  /** Channels that are bound: for datagrams, and for connections. */
  record Bound(List<Channel> datagrams, List<Channel> listeners) {

    Bound(List<Channel> datagrams) {
      this(datagrams, List.of());
    }
  }

  /**
   * Binds both. Where connections are to come to the addresses of the datagrams and that is not
   * possible, it does without.
   *
   * @param tcp where connections are to come to
   * @param accepted as in {@link TcpSockets#bind}
   * @throws UncheckedIOException when that does not succeed
   */
  static Bound bind(
      EventLoop loop,
      Transport transport,
      List<InetAddress> addresses,
      int port,
      TcpPort tcp,
      ObjIntConsumer<Channel> accepted) {
    for (int attempt = 1; ; attempt++) {
      List<Channel> datagrams = bind(loop, transport, addresses, port);
      List<InetSocketAddress> same =
          datagrams.stream().map(c -> (InetSocketAddress) c.localAddress()).toList();
      List<InetSocketAddress> at = tcp.at().isEmpty() ? same : tcp.at();
      try {
        return new Bound(datagrams, TcpSockets.bind(loop, transport, at, accepted));
      } catch (UncheckedIOException e) {
        if (tcp.at().isEmpty() && (port != 0 || attempt == ATTEMPTS)) {
          LOG.log(Level.WARNING, e.getCause().getMessage() + " Media comes by UDP alone.");
          return new Bound(datagrams);
        }
        TcpSockets.close(datagrams);
        if (!tcp.at().isEmpty()) {
          throw e;
        }
      }
    }
  }

  /**
   * @param port 0 to find a number that is free at all addresses
   * @throws UncheckedIOException when that does not succeed
   */
  static List<Channel> bind(
      EventLoop loop, Transport transport, List<InetAddress> addresses, int port) {
    for (int attempt = 1; ; attempt++) {
      try {
        return bindAll(loop, transport, addresses, port);
      } catch (UncheckedIOException e) {
        if (port != 0 || addresses.size() == 1 || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<Channel> bindAll(
      EventLoop loop, Transport transport, List<InetAddress> addresses, int port) {
    List<Channel> channels = new ArrayList<>();
    List<UncheckedIOException> left = new ArrayList<>();
    int number = port;
    for (InetAddress address : addresses) {
      ChannelFuture bound =
          bootstrap(loop, transport, address).bind(address, number).awaitUninterruptibly();
      if (bound.isSuccess()) {
        channels.add(bound.channel());
        number = ((InetSocketAddress) bound.channel().localAddress()).getPort();
      } else {
        left.add(notBound(address, number, bound.cause()));
        if (UsableAddress.is(address)) {
          TcpSockets.close(channels);
          throw left.get(left.size() - 1);
        }
      }
    }
    if (channels.isEmpty()) {
      throw left.get(0);
    }
    left.forEach(one -> LOG.log(Level.WARNING, one.getMessage() + " Media goes without it."));
    return channels;
  }

  /**
   * Binds one more channel to each of these, which others have that are {@linkplain Transport#share
   * shared}.
   *
   * @throws UncheckedIOException when that does not succeed; then none is bound
   */
  static Bound bindBeside(EventLoop loop, Transport transport, List<InetSocketAddress> locals) {
    List<Channel> channels = new ArrayList<>();
    for (InetSocketAddress local : locals) {
      Bootstrap shared = bootstrap(loop, transport, local.getAddress());
      shared.handler(
          new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
              transport.share(channel);
            }
          });
      ChannelFuture bound = shared.bind(local).awaitUninterruptibly();
      if (!bound.isSuccess()) {
        TcpSockets.close(channels);
        throw notBound(local.getAddress(), local.getPort(), bound.cause());
      }
      channels.add(bound.channel());
    }
    return new Bound(channels);
  }

  private static Bootstrap bootstrap(EventLoop loop, Transport transport, InetAddress address) {
    return new Bootstrap()
        .group(loop)
        .channelFactory(() -> transport.channel(address))
        .option(ChannelOption.ALLOCATOR, RECEIVE)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
        .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
        .option(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(SOCKET_BUFFER, 2 * SOCKET_BUFFER))
        .handler(new ChannelInboundHandlerAdapter());
  }

  private static UncheckedIOException notBound(InetAddress address, int port, Throwable cause) {
    String reason = String.valueOf(cause.getMessage());
    String message =
        "Cannot receive media at UDP port "
            + port
            + " of "
            + address.getHostAddress()
            + ": "
            + reason.substring(reason.lastIndexOf(": ") + 1).strip()
            + ". Choose another port with the setting plenum.media.port.";
    return new UncheckedIOException(new IOException(message, cause)) {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        return message;
      }
    };
  }
}
