package plenum.engine.forward;

import java.util.Arrays;
import plenum.engine.rtp.Rtp;

/**
 * The last packets of one track, in one array of bytes: bounded in count and in bytes, nothing is
 * allocated for a packet.
 *
 * <p>A packet is named by its slot. Its header in {@link #bytes()} may be rewritten by every player
 * (sequence number, timestamp, SSRC, payload type), and so may the pictures' numbers in its
 * payload; the publisher's own numbers are kept beside it.
 */
final class PacketCache {

  /**
   * Bytes before each packet that nobody needs: room for a header extension of one element, with
   * which a packet is sent to those players that want it.
   */
  static final int HEAD_ROOM = 8;

  /** The answer of {@link #add} and {@link #find} for no slot. */
  static final int NONE = -1;

  private final byte[] bytes;
  private final int mask;
  private final long[] sequences;
  private final int[] timestamps;
  private final long[] positions;
  private final int[] lengths;
  private final byte[] payloadTypes;
  private final long[] marks;
  private long written;
  private long newest = Long.MIN_VALUE;

  /**
   * @param packets how many packets at most, a power of two up to 32768
   * @param capacity how many bytes at most
   */
  PacketCache(int packets, int capacity) {
    if (Integer.bitCount(packets) != 1 || packets > 32768) {
      throw new IllegalArgumentException("not a power of two up to 32768: " + packets);
    }
    this.bytes = new byte[capacity];
    this.mask = packets - 1;
    this.sequences = new long[packets];
    this.timestamps = new int[packets];
    this.positions = new long[packets];
    this.lengths = new int[packets];
    this.payloadTypes = new byte[packets];
    this.marks = new long[packets];
    Arrays.fill(sequences, Long.MIN_VALUE);
  }

  /**
   * Copies a packet in.
   *
   * @param sequence its extended sequence number
   * @param frame what its payload says of its frame, as {@link FrameMarks} packs it
   * @return its slot; {@link #NONE} when it is a duplicate, too late or too long to be kept
   */
  int add(long sequence, long frame, byte[] b, int off, int len) {
    int slot = (int) sequence & mask;
    int needed = len + HEAD_ROOM;
    if (needed > bytes.length || sequences[slot] >= sequence || tooLate(sequence)) {
      return NONE;
    }
    int room = bytes.length - (int) (written % bytes.length);
    if (room < needed) {
      written += room;
    }
    System.arraycopy(b, off, bytes, (int) (written % bytes.length) + HEAD_ROOM, len);
    sequences[slot] = sequence;
    timestamps[slot] = Rtp.timestamp(b, off);
    positions[slot] = written;
    lengths[slot] = len;
    payloadTypes[slot] = (byte) Rtp.payloadType(b, off);
    marks[slot] = frame;
    written += needed;
    newest = Math.max(newest, sequence);
    return slot;
  }

  private boolean tooLate(long sequence) {
    return newest != Long.MIN_VALUE && newest - sequence > mask;
  }

  /** The slot of the packet whose sequence number ends in these 16 bits, else {@link #NONE}. */
  int find(int sequence16) {
    if (newest == Long.MIN_VALUE) {
      return NONE;
    }
    long sequence = newest + (short) (sequence16 - (int) newest);
    int slot = (int) sequence & mask;
    boolean kept = sequences[slot] == sequence && written - positions[slot] <= bytes.length;
    return kept ? slot : NONE;
  }

  /** The array that holds every packet, each with {@link #HEAD_ROOM} before it. */
  byte[] bytes() {
    return bytes;
  }

  int offset(int slot) {
    return (int) (positions[slot] % bytes.length) + HEAD_ROOM;
  }

  int length(int slot) {
    return lengths[slot];
  }

  /** The publisher's extended sequence number. */
  long sequence(int slot) {
    return sequences[slot];
  }

  /** The publisher's payload type. */
  int payloadType(int slot) {
    return payloadTypes[slot];
  }

  /** What the payload says of its frame, with the publisher's numbers: see {@link FrameMarks}. */
  long marks(int slot) {
    return marks[slot];
  }

  /** The publisher's timestamp. */
  int timestamp(int slot) {
    return timestamps[slot];
  }
}
