package plenum.engine.session;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import plenum.engine.rtp.Rtp;

/**
 * What a decoder makes of the packets of one picture: it shows a frame of which all packets have
 * come, if that is a key frame or the next one after the frame that was shown last.
 */
final class Decoding {

  private static final long MILLI = 1_000_000;

  /** Frames that are looked at; older ones never become whole. */
  private static final int KEPT = 64;

  /** Numbers of packets by their frame's timestamp. */
  private final Map<Integer, TreeSet<Integer>> frames = new TreeMap<>();

  /** So long after a frame that is not whole has begun, it is held for lost. */
  private static final long LOST_NANOS = 1500 * MILLI;

  private int last = -1;
  private long waitingNanos;
  private long shownNanos;
  private long longest;
  private int shown;

  /** Writes into the end of a packet what {@link #arrived} reads there. */
  static byte[] mark(byte[] packet, boolean key, int count) {
    packet[packet.length - 4] = (byte) (key ? 1 : 0);
    packet[packet.length - 3] = (byte) (count >> 8);
    packet[packet.length - 2] = (byte) count;
    return packet;
  }

  /**
   * A packet has come, for the first time or again.
   *
   * @param number of 16 bits, as it was sent first
   */
  void arrived(int number, byte[] packet, long nowNanos) {
    int timestamp = Rtp.timestamp(packet, 0);
    int end = packet.length;
    int count = (packet[end - 3] & 0xff) << 8 | packet[end - 2] & 0xff;
    waitingNanos = waitingNanos == 0 ? nowNanos : waitingNanos;
    TreeSet<Integer> numbers = frames.computeIfAbsent(timestamp, any -> new TreeSet<>());
    if (!numbers.add(number) || numbers.size() != count) {
      return;
    }
    boolean wraps = numbers.last() - numbers.first() >= count;
    int first = wraps ? numbers.higher(1 << 15) : numbers.first();
    if (packet[end - 4] == 1 || last >= 0 && first == (last + 1 & 0xffff)) {
      show(first + count - 1 & 0xffff, timestamp, nowNanos);
    }
  }

  private void show(int newest, int timestamp, long nowNanos) {
    last = newest;
    longest = Math.max(longest, shownNanos == 0 ? 0 : nowNanos - shownNanos);
    shownNanos = nowNanos;
    shown++;
    waitingNanos = 0;
    frames.keySet().removeIf(one -> timestamp - one > 3000 * KEPT);
  }

  /** Whether packets have come for some time without a frame to show; asked again as often. */
  boolean isStuck(long nowNanos) {
    boolean stuck = waitingNanos > 0 && nowNanos - waitingNanos > LOST_NANOS;
    waitingNanos = stuck ? nowNanos : waitingNanos;
    return stuck;
  }

  /** How long no frame was shown at most, between two that were or since the last one. */
  long longestStillMillis(long nowNanos) {
    return Math.max(longest, nowNanos - shownNanos) / MILLI;
  }

  /** Frames that were shown. */
  int shown() {
    return shown;
  }

  /** Statistics begin anew. */
  void forget() {
    longest = 0;
    shown = 0;
  }
}
