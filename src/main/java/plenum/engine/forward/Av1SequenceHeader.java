package plenum.engine.forward;

import plenum.engine.rtp.BitReader;

/**
 * Finds the picture's height in the packet with which a coded video sequence of AV1 begins (AV1
 * sections 5.3 and 5.5; the payload format's sections 4.3 and 4.4).
 */
final class Av1SequenceHeader {

  private static final int SEQUENCE_HEADER = 1;
  private static final int LEVELS_WITHOUT_TIERS = 7;
  private static final int MOST_HEIGHT = 1 << 14;

  private final byte[] b;
  private final int end;
  private int at;

  private Av1SequenceHeader(byte[] b, int from, int end) {
    this.b = b;
    this.at = from;
    this.end = end;
  }

  /**
   * @return pixels; 0 if the payload has no sequence header, or one that is broken
   */
  static int height(byte[] b, int off, int len) {
    if (len < 2) {
      return 0;
    }
    int units = b[off] >> 4 & 3;
    return new Av1SequenceHeader(b, off + 1, off + len).find(units == 0 ? len : units, units > 0);
  }

  /**
   * @param units how many there are
   * @param lastUnsized whether the last of them has no length before it
   */
  private int find(int units, boolean lastUnsized) {
    for (int unit = 1; unit <= units && at < end; unit++) {
      int length = unit == units && lastUnsized ? end - at : length();
      if (length <= 0 || length > end - at) {
        return 0;
      }
      if ((b[at] >> 3 & 0x0f) == SEQUENCE_HEADER) {
        return read(at + length);
      }
      at += length;
    }
    return 0;
  }

  /** A number of seven bits a byte, the lowest first (LEB128); -1 for one that has no end. */
  private int length() {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE - 4 && at < end; shift += 7) {
      int next = b[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    return -1;
  }

  private int read(int unitEnd) {
    boolean extended = (b[at] & 0x04) != 0;
    boolean sized = (b[at] & 0x02) != 0;
    at += extended ? 2 : 1;
    if (sized) {
      length();
    }
    BitReader in = new BitReader().begin(b, at, unitEnd - at);
    in.bits(4); // Profile, and whether it is a still picture.
    if (!skipOperatingPoints(in)) {
      return 0;
    }
    int widthBits = in.bits(4) + 1;
    int heightBits = in.bits(4) + 1;
    in.bits(widthBits);
    int height = in.bits(heightBits) + 1;
    return in.overrun() || height > MOST_HEIGHT ? 0 : height;
  }

  /** False for one with a clock of its own, which no browser sends. */
  private static boolean skipOperatingPoints(BitReader in) {
    if (in.flag()) { // Reduced, as still pictures have it.
      in.bits(5);
      return true;
    }
    if (in.flag()) {
      return false;
    }
    boolean delays = in.flag();
    int points = in.bits(5) + 1;
    for (int i = 0; i < points; i++) {
      in.bits(12);
      if (in.bits(5) > LEVELS_WITHOUT_TIERS) {
        in.bits(1);
      }
      if (delays && in.flag()) {
        in.bits(4);
      }
    }
    return true;
  }
}
