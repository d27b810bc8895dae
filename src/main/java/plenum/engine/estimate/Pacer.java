package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * Spreads what would flood a link: a bucket that leaks faster than the link is believed to carry,
 * and lets as much pass at once as the link carries in a moment. What does not fit waits in order;
 * what would wait too long is dropped.
 *
 * <p>The bucket decides by numbers alone whether a packet passes, so a link that carries all that
 * comes never makes one wait, and what comes in one batch leaves as one train. Sound does not ask.
 * It has no timer: who has asked it calls again at {@link #nextNanos}.
 */
public final class Pacer {

  /** Nothing waits. */
  public static final long NONE = -1;

  /** A key frame of ten times a usual frame leaves within some 150 ms. */
  private static final double FASTER = 2.5;

  private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  /** A usual frame of a small picture. */
  private static final double MIN_BURST_BYTES = 5 * 1200;

  /** Later than this a picture is of no use. */
  static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Whoever gives a key frame up has to begin with another one, which is as large. */
  static final long KEY_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final int ROOM = 512;

  /** Bits a second of a link of which nothing is known. */
  private static final double ENDLESS = 1e12;

  private final long[] packets = new long[ROOM];
  private final int[] sizes = new int[ROOM];
  private final long[] sinceNanos = new long[ROOM];
  private int first;
  private int waiting;
  private double bitrate = ENDLESS;
  private double burst = burst();
  private double bytes;
  private long leakedNanos;

  /** When a key frame was among those that wait. */
  private long keyNanos = -PATIENCE_NANOS;

  /** What the link is believed to carry, in bits a second; infinite at first, and if not known. */
  public void bitrate(double believed) {
    bitrate = Math.min(ENDLESS, believed);
    burst = burst();
  }

  /**
   * Whether a packet may leave now, ahead of nobody; it is counted then.
   *
   * @param size bytes on the link
   */
  public boolean passes(int size, long nowNanos) {
    leak(nowNanos);
    if (waiting > 0 || bytes + size > burst && bytes > 0) {
      return false;
    }
    bytes += size;
    return true;
  }

  /** Counts what leaves without asking: sound, and packets that probe. */
  public void sent(int size, long nowNanos) {
    leak(nowNanos);
    bytes += size;
  }

  private void leak(long nowNanos) {
    long passed = nowNanos - leakedNanos;
    if (passed == 0) {
      return; // The next packet of a batch.
    }
    bytes = Math.max(0, bytes - FASTER * bitrate / 8e9 * Math.max(0, passed));
    leakedNanos = nowNanos;
  }

  private double burst() {
    return Math.max(MIN_BURST_BYTES, bitrate / 8e9 * BURST_NANOS);
  }

  /**
   * Keeps a packet until it may leave.
   *
   * @param packet what the caller knows it by, not negative
   * @param key whether a key frame waits: then, and for what waits behind it until some time after
   *     it has left, there is more patience
   * @return false when it can't be kept, for those before it have waited too long or are too many:
   *     then all that wait are forgotten, and the picture has to begin anew
   */
  public boolean keep(long packet, int size, boolean key, long nowNanos) {
    keyNanos = key ? nowNanos : keyNanos;
    if (waiting == ROOM || waiting > 0 && nowNanos - sinceNanos[first] > patience(nowNanos)) {
      clear();
      return false;
    }
    int slot = (first + waiting++) % ROOM;
    packets[slot] = packet;
    sizes[slot] = size;
    sinceNanos[slot] = nowNanos;
    return true;
  }

  private long patience(long nowNanos) {
    return nowNanos - keyNanos < PATIENCE_NANOS ? KEY_PATIENCE_NANOS : PATIENCE_NANOS;
  }

  /** Bytes of the next packet that may leave now, 0 if none may. */
  public int due(long nowNanos) {
    leak(nowNanos);
    return waiting == 0 || bytes + sizes[first] > burst && bytes > 0 ? 0 : sizes[first];
  }

  /** The next packet that may leave now; it is counted then. {@link #NONE} if none may. */
  public long poll(long nowNanos) {
    if (due(nowNanos) == 0) {
      return NONE;
    }
    long packet = packets[first];
    bytes += sizes[first];
    first = (first + 1) % ROOM;
    waiting--;
    return packet;
  }

  /** When the first of those that wait may leave; {@link Long#MAX_VALUE} if none waits. */
  public long nextNanos() {
    if (waiting == 0) {
      return Long.MAX_VALUE;
    }
    double over = Math.min(bytes, bytes + sizes[first] - burst);
    return leakedNanos + (long) Math.ceil(Math.max(0, over) * 8e9 / (FASTER * bitrate));
  }

  /** Packets that wait. */
  public int waiting() {
    return waiting;
  }

  /** Bytes that wait. */
  public long waitingBytes() {
    long sum = 0;
    for (int i = 0; i < waiting; i++) {
      sum += sizes[(first + i) % ROOM];
    }
    return sum;
  }

  /** Forgets those that wait. */
  public void clear() {
    waiting = 0;
  }
}
