package plenum.engine.rtp;

/**
 * Reads and rewrites one RTP packet in place (RFC 3550 section 5.1).
 *
 * <p>The fixed-header accessors presume that {@link #isRtp} held; the others check for themselves
 * and answer -1 for a malformed packet. All offsets are absolute indexes into the array.
 */
public final class Rtp {

  /** Bytes before the contributing sources. */
  public static final int FIXED_HEADER = 12;

  /** Where in a packet the two bytes of {@link #addExtension} are. */
  public static final int EXTENSION_DATA = FIXED_HEADER + 5;

  private static final int RTCP_HEADER = 8;
  private static final int EXTENSION_BIT = 0x10;
  private static final int PADDING_BIT = 0x20;

  private Rtp() {}

  /** Whether this is an RTP packet and not RTCP (RFC 5761 section 4). */
  public static boolean isRtp(byte[] b, int off, int len) {
    return len >= FIXED_HEADER && version(b, off) == 2 && !rtcpType(b, off);
  }

  /** Whether this is an RTCP packet, or starts a compound of them (RFC 5761 section 4). */
  public static boolean isRtcp(byte[] b, int off, int len) {
    return len >= RTCP_HEADER && version(b, off) == 2 && rtcpType(b, off);
  }

  private static int version(byte[] b, int off) {
    return (b[off] & 0xc0) >> 6;
  }

  private static boolean rtcpType(byte[] b, int off) {
    int second = b[off + 1] & 0xff;
    return second >= 192 && second <= 223;
  }

  /**
   * Bytes before the payload: fixed header, contributing sources and header extension.
   *
   * @return -1 if they do not fit into the packet
   */
  public static int headerLength(byte[] b, int off, int len) {
    if (len < FIXED_HEADER) {
      return -1;
    }
    int length = withoutExtension(b, off);
    if (hasExtension(b, off)) {
      if (length + 4 > len) {
        return -1;
      }
      length += 4 + 4 * u16(b, off + length + 2);
    }
    return length <= len ? length : -1;
  }

  private static int withoutExtension(byte[] b, int off) {
    return FIXED_HEADER + 4 * (b[off] & 0x0f);
  }

  private static boolean hasExtension(byte[] b, int off) {
    return (b[off] & EXTENSION_BIT) != 0;
  }

  public static int payloadType(byte[] b, int off) {
    return b[off + 1] & 0x7f;
  }

  public static boolean marker(byte[] b, int off) {
    return (b[off + 1] & 0x80) != 0;
  }

  /** The sequence number, 0 to 65535. */
  public static int sequence(byte[] b, int off) {
    return u16(b, off + 2);
  }

  public static int timestamp(byte[] b, int off) {
    return i32(b, off + 4);
  }

  public static int ssrc(byte[] b, int off) {
    return i32(b, off + 8);
  }

  /** Replaces the payload type; the marker bit stays. */
  public static void setPayloadType(byte[] b, int off, int payloadType) {
    b[off + 1] = (byte) (b[off + 1] & 0x80 | payloadType & 0x7f);
  }

  /** Replaces the sequence number by the low 16 bits of {@code sequence}. */
  public static void setSequence(byte[] b, int off, int sequence) {
    b[off + 2] = (byte) (sequence >> 8);
    b[off + 3] = (byte) sequence;
  }

  public static void setTimestamp(byte[] b, int off, int timestamp) {
    setI32(b, off + 4, timestamp);
  }

  public static void setSsrc(byte[] b, int off, int ssrc) {
    setI32(b, off + 8, ssrc);
  }

  /**
   * Where the data of the header extension element {@code id} begins (RFC 8285, one-byte and
   * two-byte headers).
   *
   * @return its absolute offset, -1 if there is none
   */
  public static int extension(byte[] b, int off, int len, int id) {
    return HeaderExtensions.find(b, off, len, id, false);
  }

  /**
   * The length in bytes of the header extension element {@code id}.
   *
   * @return -1 if there is none; 0 is possible with two-byte headers
   */
  public static int extensionLength(byte[] b, int off, int len, int id) {
    return HeaderExtensions.find(b, off, len, id, true);
  }

  /**
   * Puts a header extension of one element of two bytes, which are 0, before the payload: the fixed
   * header moves to the eight bytes in front of it.
   *
   * @param off where the packet begins, of which it then begins eight bytes earlier
   * @param id 1 to 14
   * @return false for a packet with contributing sources or an extension, which is left as it was
   */
  public static boolean addExtension(byte[] b, int off, int id) {
    if ((b[off] & 0x1f) != 0) {
      return false;
    }
    int at = off - 8;
    System.arraycopy(b, off, b, at, FIXED_HEADER);
    b[at] |= EXTENSION_BIT;
    int block = at + FIXED_HEADER;
    b[block] = (byte) 0xbe;
    b[block + 1] = (byte) 0xde;
    b[block + 2] = 0;
    b[block + 3] = 1;
    b[block + 4] = (byte) (id << 4 | 1);
    b[block + 5] = 0;
    b[block + 6] = 0;
    b[block + 7] = 0;
    return true;
  }

  /**
   * Undoes {@link #addExtension}, which has moved the header over where it began.
   *
   * @param off as there; what players have of their own (timestamp, SSRC) is not restored
   */
  public static void dropExtension(byte[] b, int off) {
    System.arraycopy(b, off - 8, b, off, 4);
    b[off] &= (byte) ~EXTENSION_BIT;
  }

  /**
   * Removes the header extension in place: fixed header and contributing sources move up against
   * the payload.
   *
   * @return the packet's new offset; its new length is {@code len - (newOffset - off)}; -1 for a
   *     malformed packet, which is left as it was
   */
  public static int stripExtensions(byte[] b, int off, int len) {
    int headerLength = headerLength(b, off, len);
    if (headerLength < 0 || !hasExtension(b, off)) {
      return headerLength < 0 ? -1 : off;
    }
    int kept = withoutExtension(b, off);
    int moved = off + headerLength - kept;
    System.arraycopy(b, off, b, moved, kept);
    b[moved] &= (byte) ~EXTENSION_BIT;
    return moved;
  }

  /**
   * The padding bytes at the packet's end, their count included.
   *
   * @return 0 without padding, -1 if the count does not fit between header and end
   */
  public static int paddingLength(byte[] b, int off, int len) {
    int headerLength = headerLength(b, off, len);
    if (headerLength < 0) {
      return -1;
    }
    if ((b[off] & PADDING_BIT) == 0) {
      return 0;
    }
    int padding = len > headerLength ? b[off + len - 1] & 0xff : 0;
    return padding > 0 && padding <= len - headerLength ? padding : -1;
  }

  /** Whether there is nothing, or nothing but padding, behind the header of a packet. */
  public static boolean isEmpty(byte[] b, int off, int len) {
    int padding = paddingLength(b, off, len);
    return padding >= 0 && len == headerLength(b, off, len) + padding;
  }

  static int u16(byte[] b, int off) {
    return (b[off] & 0xff) << 8 | b[off + 1] & 0xff;
  }

  private static int i32(byte[] b, int off) {
    return u16(b, off) << 16 | u16(b, off + 2);
  }

  private static void setI32(byte[] b, int off, int value) {
    b[off] = (byte) (value >> 24);
    b[off + 1] = (byte) (value >> 16);
    b[off + 2] = (byte) (value >> 8);
    b[off + 3] = (byte) value;
  }
}
