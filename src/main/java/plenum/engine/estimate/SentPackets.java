package plenum.engine.estimate;

/** What was sent on one connection, by transport-wide sequence number: the last packets only. */
final class SentPackets {

  /** At 8 Mbit/s two seconds. */
  static final int KEPT = 2048;

  /** What became of a packet. */
  enum Fate {
    /** Nothing was known of it, and now it has arrived. */
    ARRIVED,
    /** It was thought to be lost, and has arrived later than others. */
    LATE,
    /** It has arrived, after it was sent again under its number. */
    AGAIN,
    /** Known before, too old, or never sent. */
    NOTHING_NEW
  }

  private static final byte WAITING = 0;
  private static final byte LOST = 1;
  private static final byte ARRIVED = 2;
  private static final byte AGAIN = 3;

  private final long[] sentNanos = new long[KEPT];
  private final short[] sizes = new short[KEPT];
  private final byte[] states = new byte[KEPT];
  private final byte[] clusters = new byte[KEPT];
  private long next;

  /**
   * Notes a packet.
   *
   * @param cluster which {@link Probe} it belongs to
   * @return its extended sequence number
   */
  long add(int bytes, byte cluster, long nowNanos) {
    int slot = slot(next);
    sentNanos[slot] = nowNanos;
    sizes[slot] = (short) bytes;
    states[slot] = WAITING;
    clusters[slot] = cluster;
    return next++;
  }

  private static int slot(long sequence) {
    return (int) sequence & KEPT - 1;
  }

  /** The extended number of what was sent last with these 16 bits, or will be. */
  long extend(int sequence16) {
    return next + (short) (sequence16 - (int) next);
  }

  /** The extended number of the next packet. */
  long next() {
    return next;
  }

  private boolean knows(long sequence) {
    return sequence >= 0 && sequence < next && sequence >= next - KEPT;
  }

  /** Somebody says that it has not arrived; whether that is news. */
  boolean missing(long sequence) {
    if (!knows(sequence) || states[slot(sequence)] != WAITING) {
      return false;
    }
    states[slot(sequence)] = LOST;
    return true;
  }

  /** It is sent again; whether that is news of its loss. */
  boolean again(long sequence) {
    if (!knows(sequence)) {
      return false;
    }
    boolean news = states[slot(sequence)] == WAITING;
    states[slot(sequence)] = AGAIN;
    return news;
  }

  /** Somebody says that it has arrived. */
  Fate arrived(long sequence) {
    if (!knows(sequence) || states[slot(sequence)] == ARRIVED) {
      return Fate.NOTHING_NEW;
    }
    Fate fate =
        switch (states[slot(sequence)]) {
          case LOST -> Fate.LATE;
          case AGAIN -> Fate.AGAIN;
          default -> Fate.ARRIVED;
        };
    states[slot(sequence)] = ARRIVED;
    return fate;
  }

  /** When it was sent; asked of packets with news only, as is all below. */
  long sentNanos(long sequence) {
    return sentNanos[slot(sequence)];
  }

  int bytes(long sequence) {
    return sizes[slot(sequence)] & 0xffff;
  }

  byte cluster(long sequence) {
    return clusters[slot(sequence)];
  }
}
