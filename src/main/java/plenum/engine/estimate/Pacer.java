package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * Spreads what would flood a link: a bucket that leaks faster than the link is believed to carry,
 * and lets as much pass at once as the link carries in a moment. What does not fit waits in order;
 * what would wait too long is dropped.
 *
 * <p>A shared screen's frames can each be a second's worth of the link: while one of them waits,
 * and until the link has carried it, no more leaves ahead of what it carries than a short queue
 * holds, or the queue would overflow and take sound with it.
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

  /** So much may have left then that the link has not carried yet. */
  private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  /** Later than this a camera's picture is of no use. */
  public static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Whoever gives a key frame up has to begin with another one, which is as large. */
  public static final long KEY_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** As many as are kept of a track ({@code forward.PacketCache}). */
  static final int ROOM = 1024;

  /** Bits a second of a link of which nothing is known. */
  private static final double ENDLESS = 1e12;

  private final long[] packets = new long[ROOM];
  private final int[] sizes = new int[ROOM];
  private final boolean[] larges = new boolean[ROOM];
  private final long[] sinceNanos = new long[ROOM];
  private int first;
  private int waiting;
  private double bitrate = ENDLESS;
  private double burst = burst();
  private double bytes;

  /** Bytes that have left and that the link has not carried yet. */
  private double ahead;

  private double mostAhead = ahead();

  /** Packets of large frames that wait. */
  private int largeWaiting;

  /** When the link will have carried the last large frame that has left. */
  private long carriedNanos = Long.MIN_VALUE;

  private long leakedNanos;

  /** With what waits, and when so much patience was asked for last. */
  private long patience;

  private long patientNanos = -PATIENCE_NANOS;

  /** What the link is believed to carry, in bits a second; infinite at first, and if not known. */
  public void bitrate(double believed) {
    bitrate = Math.min(ENDLESS, believed);
    burst = burst();
    mostAhead = ahead();
  }

  /**
   * Whether a packet may leave now, ahead of nobody; it is counted then.
   *
   * @param size bytes on the link
   */
  public boolean passes(int size, long nowNanos) {
    leak(nowNanos);
    if (waiting > 0 || !fits(size)) {
      return false;
    }
    count(size);
    return true;
  }

  private boolean fits(int size) {
    boolean room = bytes + size <= burst || bytes <= 0;
    return room && (!isSteady() || ahead + size <= mostAhead || ahead <= 0);
  }

  /** Whether what leaves ahead of the link is bounded at the moment. */
  private boolean isSteady() {
    return largeWaiting > 0 || leakedNanos < carriedNanos;
  }

  /** Of what has not been carried for a second, who knows whether it ever will. */
  private void count(int size) {
    bytes += size;
    ahead = Math.min(ahead + size, Math.max(2 * mostAhead, bitrate / 8));
  }

  /** Counts what leaves without asking: sound, and what is sent again. */
  public void sent(int size, long nowNanos) {
    leak(nowNanos);
    count(size);
  }

  /** The same of what probes, which is meant to be more than the link is believed to carry. */
  public void probed(int size, long nowNanos) {
    leak(nowNanos);
    bytes += size;
  }

  private void leak(long nowNanos) {
    long passed = nowNanos - leakedNanos;
    if (passed == 0) {
      return; // The next packet of a batch.
    }
    double carried = bitrate / 8e9 * Math.max(0, passed);
    bytes = Math.max(0, bytes - FASTER * carried);
    ahead = Math.max(0, ahead - carried);
    leakedNanos = nowNanos;
  }

  private double ahead() {
    return Math.max(MIN_BURST_BYTES, bitrate / 8e9 * AHEAD_NANOS);
  }

  private double burst() {
    return Math.max(MIN_BURST_BYTES, bitrate / 8e9 * BURST_NANOS);
  }

  /**
   * Keeps a packet until it may leave.
   *
   * @param packet what the caller knows it by, not negative
   * @param large whether it is of a frame that may be a second's worth of the link
   * @param asked how long what waits may wait; more than {@link #PATIENCE_NANOS} holds for some
   *     time after it was asked for last, for what waits behind a key frame that has left
   * @return false when it can't be kept, for those before it have waited too long or are too many:
   *     then all that wait are forgotten, and the picture has to begin anew
   */
  public boolean keep(long packet, int size, boolean large, long asked, long nowNanos) {
    ask(asked, nowNanos);
    if (waiting == ROOM || waiting > 0 && nowNanos - sinceNanos[first] > patience) {
      clear();
      return false;
    }
    int slot = (first + waiting++) % ROOM;
    packets[slot] = packet;
    sizes[slot] = size;
    larges[slot] = large;
    largeWaiting += large ? 1 : 0;
    sinceNanos[slot] = nowNanos;
    return true;
  }

  /** What has come while there was more patience is waited for as long. */
  private void ask(long asked, long nowNanos) {
    boolean behind = waiting > 0 && sinceNanos[first] <= patientNanos;
    boolean over = nowNanos - patientNanos >= PATIENCE_NANOS && !behind;
    patience = over ? asked : Math.max(patience, asked);
    patientNanos = asked > PATIENCE_NANOS && asked >= patience ? nowNanos : patientNanos;
  }

  /** Bytes of the next packet that may leave now, 0 if none may. */
  public int due(long nowNanos) {
    leak(nowNanos);
    return waiting > 0 && fits(sizes[first]) ? sizes[first] : 0;
  }

  /** The next packet that may leave now; it is counted then. {@link #NONE} if none may. */
  public long poll(long nowNanos) {
    if (due(nowNanos) == 0) {
      return NONE;
    }
    long packet = packets[first];
    count(sizes[first]);
    if (larges[first] && --largeWaiting == 0) {
      carriedNanos = nowNanos + (long) (ahead * 8e9 / bitrate);
    }
    first = (first + 1) % ROOM;
    waiting--;
    return packet;
  }

  /** When the first of those that wait may leave; {@link Long#MAX_VALUE} if none waits. */
  public long nextNanos() {
    if (waiting == 0) {
      return Long.MAX_VALUE;
    }
    double over = Math.min(bytes, bytes + sizes[first] - burst) / FASTER;
    double far = isSteady() ? Math.min(ahead, ahead + sizes[first] - mostAhead) : 0;
    return leakedNanos + (long) Math.ceil(Math.max(0, Math.max(over, far)) * 8e9 / bitrate);
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
    largeWaiting = 0;
  }
}
