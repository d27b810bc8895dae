package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The TCP connections that another loop has, as one that has none sends by them: what is due to a
 * connection is gathered, in frames, and handed over once for all that leaves together. Lives on
 * the sending loop's thread.
 */
final class DistantConnections {

  /** What may be under way to the other loop; more is dropped and counted. */
  private static final long UNDER_WAY_BYTES = 16L << 20;

  private static final int USUAL_BYTES = 4096;

  private static final class Frames {
    private final int localInterface;
    private final InetSocketAddress remote;
    private final ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(USUAL_BYTES);
    private int number;

    Frames(int localInterface, InetSocketAddress remote) {
      this.localInterface = localInterface;
      this.remote = remote;
    }
  }

  private final MediaLoop owner;
  private final int first;
  private final Counters counters;
  private final AtomicLong underWay = new AtomicLong();
  private final List<Map<InetSocketAddress, Frames>> gathered = new ArrayList<>();
  private final List<Frames> toHandOver = new ArrayList<>();

  /**
   * @param first the number of the first listener among the loops' interfaces
   */
  DistantConnections(MediaLoop owner, int first, Counters counters) {
    this.owner = owner;
    this.first = first;
    this.counters = counters;
    owner.tcpLocals().forEach(listener -> gathered.add(new HashMap<>()));
  }

  List<InetSocketAddress> locals() {
    return owner.tcpLocals();
  }

  void keep(int localInterface, InetSocketAddress remote) {
    owner.execute(() -> owner.connections().keep(localInterface, remote));
  }

  void disconnect(int localInterface, InetSocketAddress remote) {
    owner.execute(() -> owner.connections().disconnect(localInterface, remote));
  }

  /** Gathers a datagram until {@link #flush}, or drops it when the other loop falls behind. */
  void send(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    if (len <= 0 || len > Transport.MAX_DATAGRAM || underWay.get() > UNDER_WAY_BYTES) {
      Counters.add(counters.dropped, 1);
      return;
    }
    Map<InetSocketAddress, Frames> there = gathered.get(localInterface - first);
    Frames frames = there.get(remote);
    if (frames == null) {
      frames = new Frames(localInterface, remote);
      there.put(remote, frames);
      toHandOver.add(frames);
    }
    frames.bytes.writeShort(len).writeBytes(b, off, len);
    frames.number++;
    underWay.addAndGet(Short.BYTES + len);
  }

  void flush() {
    if (toHandOver.isEmpty()) {
      return;
    }
    for (Frames frames : toHandOver) {
      gathered.get(frames.localInterface - first).remove(frames.remote);
      owner.execute(() -> arrive(frames));
    }
    toHandOver.clear();
  }

  /** On the other loop's thread. */
  private void arrive(Frames frames) {
    underWay.addAndGet(-frames.bytes.readableBytes());
    owner.connections().send(frames.localInterface, frames.remote, frames.bytes, frames.number);
  }
}
