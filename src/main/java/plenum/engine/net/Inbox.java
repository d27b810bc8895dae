package plenum.engine.net;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Datagrams that other loops have read and that are one loop's: a bounded ring which many threads
 * write and one reads, without locks. What is in it are copies, in memory that is used again and
 * again.
 */
final class Inbox {

  /** A power of two. The kernel's buffer of a socket holds some more. */
  static final int SLOTS = 1024;

  private static final int MASK = SLOTS - 1;

  private final byte[][] datagrams = new byte[SLOTS][];
  private final int[] lengths = new int[SLOTS];
  private final int[] interfaces = new int[SLOTS];
  private final InetSocketAddress[] remotes = new InetSocketAddress[SLOTS];

  /** Of each slot, the position that may be written next, and one more once it is written. */
  private final AtomicLongArray turns = new AtomicLongArray(SLOTS);

  private final AtomicLong end = new AtomicLong();
  private long begin;
  private int localInterface;
  private InetSocketAddress remote;

  Inbox() {
    for (int slot = 0; slot < SLOTS; slot++) {
      turns.setPlain(slot, slot);
    }
  }

  /**
   * Adds a copy of a datagram. Any thread.
   *
   * @return false when it is full
   */
  boolean add(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    while (true) {
      long position = end.get();
      int slot = (int) position & MASK;
      long ahead = turns.getAcquire(slot) - position;
      if (ahead < 0) {
        return false;
      }
      if (ahead == 0 && end.compareAndSet(position, position + 1)) {
        write(slot, localInterface, remote, b, off, len);
        turns.setRelease(slot, position + 1);
        return true;
      }
    }
  }

  private void write(
      int slot, int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
    if (datagrams[slot] == null) {
      datagrams[slot] = new byte[Transport.MAX_DATAGRAM];
    }
    System.arraycopy(b, off, datagrams[slot], 0, len);
    lengths[slot] = len;
    interfaces[slot] = localInterface;
    remotes[slot] = remote;
  }

  /**
   * Takes the oldest one. The reading thread.
   *
   * @param into where it is copied to
   * @return its length; -1 when there is none
   */
  int take(byte[] into) {
    int slot = (int) begin & MASK;
    if (turns.getAcquire(slot) != begin + 1) {
      return -1;
    }
    int length = lengths[slot];
    System.arraycopy(datagrams[slot], 0, into, 0, length);
    localInterface = interfaces[slot];
    remote = remotes[slot];
    remotes[slot] = null;
    turns.setRelease(slot, begin + SLOTS);
    begin++;
    return length;
  }

  /** Which address the one taken last came to. */
  int localInterface() {
    return localInterface;
  }

  /** Where the one taken last came from. */
  InetSocketAddress remote() {
    return remote;
  }

  /** Whether the reading thread would find none. */
  boolean isEmpty() {
    return turns.getAcquire((int) begin & MASK) != begin + 1;
  }
}
