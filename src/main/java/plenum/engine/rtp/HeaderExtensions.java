package plenum.engine.rtp;

/** Walks the elements of an RTP header extension (RFC 8285 sections 4.2 and 4.3). */
final class HeaderExtensions {

  private static final int ONE_BYTE = 0xbede;
  private static final int TWO_BYTE = 0x1000;
  private static final int TWO_BYTE_MASK = 0xfff0;
  private static final int STOP = 15;

  private HeaderExtensions() {}

  /** The element's length or its data's offset; -1 if there is no such element. */
  static int find(byte[] b, int off, int len, int id, boolean length) {
    int end = off + Rtp.headerLength(b, off, len);
    if (end < off || (b[off] & 0x10) == 0 || id <= 0) {
      return -1;
    }
    int block = off + Rtp.FIXED_HEADER + 4 * (b[off] & 0x0f);
    int profile = Rtp.u16(b, block);
    if (profile == ONE_BYTE) {
      return findOneByte(b, block + 4, end, id, length);
    }
    return (profile & TWO_BYTE_MASK) == TWO_BYTE ? findTwoByte(b, block + 4, end, id, length) : -1;
  }

  private static int findOneByte(byte[] b, int from, int end, int id, boolean length) {
    int at = from;
    while (at < end) {
      int found = (b[at] & 0xf0) >> 4;
      if (found == STOP) {
        return -1;
      }
      int size = (b[at] & 0x0f) + 1;
      at++;
      if (found == 0) {
        continue;
      }
      if (at + size > end) {
        return -1;
      }
      if (found == id) {
        return length ? size : at;
      }
      at += size;
    }
    return -1;
  }

  private static int findTwoByte(byte[] b, int from, int end, int id, boolean length) {
    int at = from;
    while (at < end) {
      int found = b[at++] & 0xff;
      if (found == 0) {
        continue;
      }
      if (at >= end || at + 1 + (b[at] & 0xff) > end) {
        return -1;
      }
      int size = b[at++] & 0xff;
      if (found == id) {
        return length ? size : at;
      }
      at += size;
    }
    return -1;
  }
}
