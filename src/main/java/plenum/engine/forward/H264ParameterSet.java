package plenum.engine.forward;

import java.util.Set;

/**
 * Reads the picture's height from an H.264 sequence parameter set (ITU-T H.264 section 7.3.2.1).
 */
final class H264ParameterSet {

  /** Those that say how colours are sampled. */
  private static final Set<Integer> HIGH_PROFILES =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

  private static final int MACROBLOCK = 16;

  /** More bits than any height needs; what asks for more is broken. */
  private static final int MAX_ZEROS = 20;

  private final byte[] b;
  private final int end;
  private int at;
  private int bit;
  private int zeros;

  private H264ParameterSet(byte[] b, int from, int end) {
    this.b = b;
    this.at = from;
    this.end = end;
  }

  /**
   * @param from where it begins, after the NAL unit's header
   * @return pixels; 0 if it is cut short, broken, or of a kind that browsers do not send
   */
  static int height(byte[] b, int from, int end) {
    int height = new H264ParameterSet(b, from, end).height();
    return height > 0 && height <= 1 << 14 ? height : 0;
  }

  private int height() {
    int profile = bits(8);
    bits(16);
    unsigned();
    if (HIGH_PROFILES.contains(profile) && !skipHigh()) {
      return 0;
    }
    unsigned();
    skipOrder();
    unsigned();
    bits(1);
    unsigned();
    int units = unsigned() + 1;
    int fields = 2 - bits(1);
    if (fields == 2) {
      bits(1);
    }
    bits(1);
    return units * MACROBLOCK * fields - 2 * fields * cropped();
  }

  /** What high profiles add; false for 4:4:4 and scaling lists, which no browser sends. */
  private boolean skipHigh() {
    boolean usual = unsigned() <= 1;
    unsigned();
    unsigned();
    bits(1);
    return usual && bits(1) == 0;
  }

  private void skipOrder() {
    int type = unsigned();
    if (type == 0) {
      unsigned();
    } else if (type == 1) {
      bits(1);
      unsigned();
      unsigned();
      int frames = unsigned();
      for (int i = 0; i < frames && at < end; i++) {
        unsigned();
      }
    }
  }

  private int cropped() {
    if (bits(1) == 0) {
      return 0;
    }
    unsigned();
    unsigned();
    return unsigned() + unsigned();
  }

  /** An Exp-Golomb number; a signed one is as long. */
  private int unsigned() {
    int leading = 0;
    while (at < end && bits(1) == 0) {
      if (++leading > MAX_ZEROS) {
        at = end;
      }
    }
    return (1 << leading) - 1 + bits(leading);
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /** The next bit; 0 after the end, and without the bytes that keep start codes from appearing. */
  private int bit() {
    if (at >= end) {
      return 0;
    }
    int value = b[at] >> 7 - bit & 1;
    bit = bit + 1 & 7;
    if (bit == 0) {
      zeros = b[at] == 0 ? zeros + 1 : 0;
      at++;
      if (zeros == 2 && at < end && b[at] == 3) {
        at++;
        zeros = 0;
      }
    }
    return value;
  }
}
