package plenum.bench.replay;

/**
 * Where in a VP8 payload the numbers are that go on from frame to frame (RFC 7741 section 4.2).
 *
 * @param pictureAt where the picture's number begins; 0 without one
 * @param wide whether that has 15 bits and not 7
 * @param baseAt where the number of the last frame of the lowest temporal layer is; 0 without one
 * @param temporal the temporal layer; 0 for the lowest and without any
 */
record Vp8Numbers(int pictureAt, boolean wide, int baseAt, int temporal) {

  private static final Vp8Numbers NONE = new Vp8Numbers(0, false, 0, 0);

  /** Those of a payload that Chromium made. */
  static Vp8Numbers of(byte[] payload) {
    if ((payload[0] & 0x80) == 0) {
      return NONE;
    }
    int present = payload[1];
    int at = 2;
    boolean numbered = (present & 0x80) != 0;
    int pictureAt = numbered ? at : 0;
    boolean wide = numbered && (payload[at] & 0x80) != 0;
    at += numbered ? wide ? 2 : 1 : 0;
    int baseAt = (present & 0x40) != 0 ? at++ : 0;
    int temporal = (present & 0x20) != 0 ? (payload[at] & 0xc0) >> 6 : 0;
    return new Vp8Numbers(pictureAt, wide, baseAt, temporal);
  }

  /** Writes other numbers over those of a payload, as wide as they are. */
  void write(byte[] b, int payload, int picture, int base) {
    if (wide) {
      b[payload + pictureAt] = (byte) (0x80 | picture >> 8 & 0x7f);
      b[payload + pictureAt + 1] = (byte) picture;
    } else if (pictureAt > 0) {
      b[payload + pictureAt] = (byte) (picture & 0x7f);
    }
    if (baseAt > 0) {
      b[payload + baseAt] = (byte) base;
    }
  }

  /** Whether a key frame begins in the payload (RFC 7741 sections 4.2 and 4.3). */
  static boolean beginsKeyFrame(byte[] payload) {
    if ((payload[0] & 0x17) != 0x10) {
      return false;
    }
    int at = 1;
    if ((payload[0] & 0x80) != 0) {
      Vp8Numbers numbers = of(payload);
      at = 2 + (numbers.pictureAt > 0 ? numbers.wide ? 2 : 1 : 0) + (numbers.baseAt > 0 ? 1 : 0);
      at += (payload[1] & 0x30) != 0 ? 1 : 0;
    }
    return at < payload.length && (payload[at] & 1) == 0;
  }
}
