package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.Errors.NativeIoException;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.net.InetSocketAddress;

/**
 * What leaves by one socket. Datagrams in a row to one destination and of one length (the last may
 * be shorter) form a train, which the kernel takes as one and cuts apart late: that is several
 * times cheaper than handing over each.
 */
final class Outgoing {

  private static final System.Logger LOG = System.getLogger(Outgoing.class.getName());

  /** The kernel's limit (UDP_MAX_SEGMENTS of the oldest kernels that have it). */
  private static final int MAX_SEGMENTS = 64;

  private static final int MAX_TRAIN_BYTES = 60_000;
  private static final int EIO = -5;
  private static final int FAILURES_BEFORE_GIVING_UP = 8;

  private final Channel channel;
  private final Counters counters;
  private final SendMemory memory = new SendMemory();
  private boolean segmenting;
  private int failures;

  private InetSocketAddress remote;
  private int start;
  private int bytes;
  private int segments;
  private int segmentLength;

  Outgoing(Channel channel, boolean segmenting, Counters counters) {
    this.channel = channel;
    this.segmenting = segmenting;
    this.counters = counters;
  }

  /** Queues a datagram, or drops it when the queue is full. */
  void add(InetSocketAddress to, byte[] b, int off, int len) {
    if (len <= 0 || len > Transport.MAX_DATAGRAM || to.getPort() == 0 || !makeRoom(to, len)) {
      Counters.add(counters.dropped, 1);
      return;
    }
    memory.current().writeBytes(b, off, len);
    bytes += len;
    segments++;
  }

  private boolean makeRoom(InetSocketAddress to, int len) {
    boolean room = memory.current().writableBytes() >= len;
    if (room && continuesTrain(to, len)) {
      return true;
    }
    endTrain();
    if (!room) {
      channel.flush();
      if (!memory.renew()) {
        return false;
      }
    }
    remote = to;
    start = memory.current().writerIndex();
    segmentLength = len;
    return true;
  }

  private boolean continuesTrain(InetSocketAddress to, int len) {
    return segmenting
        && segments > 0
        && segments < MAX_SEGMENTS
        && bytes == segments * segmentLength
        && len <= segmentLength
        && bytes + len <= MAX_TRAIN_BYTES
        && (to == remote || to.equals(remote));
  }

  private void endTrain() {
    if (segments == 0) {
      return;
    }
    ByteBuf content = memory.current().retainedSlice(start, bytes);
    DatagramPacket packet =
        segments == 1
            ? new DatagramPacket(content, remote)
            : new SegmentedDatagramPacket(content, segmentLength, remote);
    channel.write(packet).addListener(new Train(segments));
    bytes = 0;
    segments = 0;
  }

  /** Hands over all that is queued. What the socket does not take now waits, within limits. */
  void flush() {
    if (segments > 0) {
      endTrain();
      channel.flush();
      memory.trim();
    } else if (memory.current().writerIndex() > 0) {
      channel.flush();
      memory.trim();
    }
  }

  /** After the channel is closed. */
  void release() {
    memory.release();
  }

  private final class Train implements ChannelFutureListener {

    private final int datagrams;

    Train(int datagrams) {
      this.datagrams = datagrams;
    }

    @Override
    public void operationComplete(ChannelFuture future) {
      if (future.isSuccess()) {
        Counters.add(counters.sent, datagrams);
        failures = datagrams > 1 ? 0 : failures;
        return;
      }
      Counters.add(counters.dropped, datagrams);
      if (datagrams > 1 && segmenting && channel.isOpen()) {
        trainFailed(future.cause());
      }
    }
  }

  /** Some network devices take no trains, and say so only when one is sent. */
  private void trainFailed(Throwable cause) {
    boolean refused = cause instanceof NativeIoException e && e.expectedErr() == EIO;
    if (refused || ++failures >= FAILURES_BEFORE_GIVING_UP) {
      segmenting = false;
      LOG.log(
          System.Logger.Level.WARNING,
          "UDP segmentation offload does not work at {0} ({1}); sending each packet by itself.",
          channel.localAddress(),
          cause.getMessage());
    }
  }
}
