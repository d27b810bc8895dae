package plenum.engine.forward;

import java.util.Locale;

/** Reads the height of a picture from the packet with which a key frame begins, by codec. */
@FunctionalInterface
interface PictureHeight {

  /** The height in pixels, 0 if this payload does not tell it. */
  int of(byte[] b, int off, int len);

  /** The reader for an RTP encoding name; for an unknown one it never finds any. */
  static PictureHeight of(String codec) {
    return switch (codec.toUpperCase(Locale.ROOT)) {
      case "VP8" -> PictureHeight::vp8;
      case "VP9" -> PictureHeight::vp9;
      case "H264" -> PictureHeight::h264;
      case "AV1" -> Av1SequenceHeader::height;
      default -> (b, off, len) -> 0;
    };
  }

  /** RFC 6386 section 9.1: a tag of three bytes, the start code, the width, the height. */
  private static int vp8(byte[] b, int off, int len) {
    int at = off + KeyFrames.vp8Descriptor(b, off, len);
    if (at + 10 > off + len || b[at + 3] != (byte) 0x9d || b[at + 4] != 0x01 || b[at + 5] != 0x2a) {
      return 0;
    }
    return (b[at + 9] & 0x3f) << 8 | b[at + 8] & 0xff;
  }

  /** RFC 9628 section 4.2.1: the last of the sizes in the scalability structure. */
  private static int vp9(byte[] b, int off, int len) {
    int end = off + len;
    int first = b[off];
    int at = off + 1;
    if ((first & 0x80) != 0) {
      at += at < end && (b[at] & 0x80) != 0 ? 2 : 1;
    }
    if ((first & 0x20) != 0) {
      at += (first & 0x10) == 0 ? 2 : 1;
    }
    if ((first & 0x02) == 0 || at >= end || (b[at] & 0x10) == 0) {
      return 0;
    }
    int last = at + 1 + 4 * ((b[at] & 0xe0) >> 5);
    return last + 4 > end ? 0 : (b[last + 2] & 0xff) << 8 | b[last + 3] & 0xff;
  }

  /** RFC 6184: a sequence parameter set, alone or aggregated. */
  private static int h264(byte[] b, int off, int len) {
    int type = b[off] & 0x1f;
    if (type != 24) {
      return type == 7 ? H264ParameterSet.height(b, off + 1, off + len) : 0;
    }
    int at = off + 1;
    while (at + 2 < off + len) {
      int end = at + 2 + ((b[at] & 0xff) << 8 | b[at + 1] & 0xff);
      if ((b[at + 2] & 0x1f) == 7 && end <= off + len) {
        return H264ParameterSet.height(b, at + 3, end);
      }
      at = end;
    }
    return 0;
  }
}
