package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/** One of the loop's sockets: the end of its channel's pipeline, and what leaves by it. */
final class LocalSocket extends ChannelInboundHandlerAdapter {

  private final MediaLoop loop;
  private final int index;
  private final Channel channel;
  private final Outgoing outgoing;

  LocalSocket(MediaLoop loop, int index, Channel channel, boolean segmenting, Counters counters) {
    this.loop = loop;
    this.index = index;
    this.channel = channel;
    this.outgoing = new Outgoing(channel, segmenting, counters);
  }

  Channel channel() {
    return channel;
  }

  Outgoing outgoing() {
    return outgoing;
  }

  InetSocketAddress local() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    DatagramPacket packet = (DatagramPacket) message;
    try {
      ByteBuf content = packet.content();
      loop.deliver(index, packet.sender(), content);
    } finally {
      packet.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    loop.readComplete();
  }

  /** A read failed, for example because a peer's port is closed: the next one may succeed. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    loop.readFailed(cause);
  }
}
