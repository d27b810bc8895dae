package plenum.engine.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.channels.spi.SelectorProvider;

/** How datagrams reach the kernel. */
enum Transport {
  /** Linux with Netty's native library: recvmmsg, sendmmsg and UDP_SEGMENT. */
  EPOLL {
    @Override
    IoHandlerFactory ioHandler() {
      return EpollIoHandler.newFactory();
    }

    @Override
    DatagramChannel channel(InetAddress address) {
      EpollDatagramChannel channel = new EpollDatagramChannel(family(address));
      channel.config().setOption(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_DATAGRAM);
      receiveWith(channel, READ_AT_ONCE * MAX_DATAGRAM);
      return channel;
    }

    @Override
    ServerSocketChannel listener(InetAddress address) {
      return new EpollServerSocketChannel(family(address));
    }

    @Override
    boolean shares() {
      return true;
    }

    @Override
    void share(Channel channel) {
      channel.config().setOption(EpollChannelOption.SO_REUSEPORT, true);
    }

    @Override
    boolean segments() {
      return SEGMENTATION && EpollDatagramChannel.isSegmentedDatagramPacketSupported();
    }
  },
  /** Every other system. */
  NIO {
    @Override
    IoHandlerFactory ioHandler() {
      return NioIoHandler.newFactory();
    }

    @Override
    DatagramChannel channel(InetAddress address) {
      DatagramChannel channel = new NioDatagramChannel(family(address));
      receiveWith(channel, MAX_DATAGRAM);
      return channel;
    }

    @Override
    ServerSocketChannel listener(InetAddress address) {
      return new NioServerSocketChannel(SelectorProvider.provider(), family(address));
    }

    @Override
    boolean shares() {
      return false;
    }

    @Override
    void share(Channel channel) {
      throw new UnsupportedOperationException("one socket has a port here");
    }

    @Override
    boolean segments() {
      return false;
    }
  };

  /**
   * Bytes; WebRTC peers send at most an Ethernet frame, a longer datagram is cut and so refused.
   */
  static final int MAX_DATAGRAM = 2048;

  /** For comparisons, and for a network card whose offload misbehaves without saying so. */
  private static final boolean SEGMENTATION =
      Boolean.parseBoolean(System.getProperty("plenum.engine.segmentation", "true"));

  private static final int READ_AT_ONCE = 32;

  /** Datagrams read before they are forwarded: more save system calls, and cost delay. */
  private static final int BATCH = 64;

  static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  abstract IoHandlerFactory ioHandler();

  /** A new channel, not yet registered, of the address's family. */
  abstract DatagramChannel channel(InetAddress address);

  /** A new channel that connections come to, not yet registered, of the address's family. */
  abstract ServerSocketChannel listener(InetAddress address);

  /**
   * Whether the system spreads the datagrams to one port over several sockets, those of one peer
   * always to the same: macOS gives all of them to one, and Windows to any.
   */
  abstract boolean shares();

  /** Lets other sockets be bound to a channel's address and port: before it is bound, or after. */
  abstract void share(Channel channel);

  /** Whether a train of datagrams can be handed over as one. */
  abstract boolean segments();

  private static SocketProtocolFamily family(InetAddress address) {
    return address instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
  }

  private static void receiveWith(DatagramChannel channel, int bytes) {
    FixedRecvByteBufAllocator receive = new FixedRecvByteBufAllocator(bytes);
    receive.maxMessagesPerRead(BATCH);
    channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, receive);
  }
}
