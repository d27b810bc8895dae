package plenum.engine.net;

import java.lang.invoke.VarHandle;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one loop gives to others of the same port, and gets from them: datagrams that the system
 * gave to the wrong one. Whoever gets some is woken once for all that are read together.
 */
final class HandOver {

  /** So many are handled before others get their turn: sockets, timers and tasks. */
  private static final int BATCH = 256;

  private final MediaLoop loop;
  private final Counters counters;
  private final Inbox inbox = new Inbox();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Runnable reading = this::read;
  private final List<HandOver> waiting = new ArrayList<>();
  private final byte[] datagram = new byte[2 * Transport.MAX_DATAGRAM];

  HandOver(MediaLoop loop, Counters counters) {
    this.loop = loop;
    this.counters = counters;
  }

  /**
   * Gives a copy of a datagram away, which counts as handed over, or as unread if the other is full
   * of them. On the loop's thread.
   */
  void give(HandOver to, int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    if (!to.inbox.add(localInterface, remote, b, off, len)) {
      Counters.add(counters.unread, 1);
      return;
    }
    Counters.add(counters.handedOver, 1);
    if (!waiting.contains(to)) {
      waiting.add(to);
    }
  }

  /** Wakes those who were given something. On the loop's thread. */
  void tell() {
    for (int i = 0; i < waiting.size(); i++) {
      waiting.get(i).wake();
    }
    waiting.clear();
  }

  /** What was given must be seen by whoever finds that nobody has to be woken, and reads. */
  private void wake() {
    VarHandle.fullFence();
    if (woken.compareAndSet(false, true)) {
      loop.queue(reading);
    }
  }

  private void read() {
    woken.set(false);
    VarHandle.fullFence();
    int length = inbox.take(datagram);
    for (int i = 0; length >= 0; i++) {
      loop.handle(inbox.localInterface(), inbox.remote(), datagram, length);
      length = i < BATCH ? inbox.take(datagram) : -1;
    }
    loop.readComplete();
    if (!inbox.isEmpty()) {
      wake();
    }
  }
}
