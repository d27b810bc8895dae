package plenum.engine.forward;

import java.util.Locale;

/** Recognizes the RTP packet with which a key frame begins, by codec. */
@FunctionalInterface
interface KeyFrames {

  /** Whether a key frame begins in this payload. */
  boolean beginIn(byte[] b, int off, int len);

  /** The recognizer for an RTP encoding name; for an unknown one it never finds any. */
  static KeyFrames of(String codec) {
    return switch (codec.toUpperCase(Locale.ROOT)) {
      case "VP8" -> KeyFrames::vp8;
      case "VP9" -> KeyFrames::vp9;
      case "H264" -> KeyFrames::h264;
      case "AV1" -> KeyFrames::av1;
      default -> (b, off, len) -> false;
    };
  }

  /** RFC 7741 sections 4.2 and 4.3: the start of the first partition, its P bit clear. */
  private static boolean vp8(byte[] b, int off, int len) {
    if (len < 1 || (b[off] & 0x17) != 0x10) {
      return false;
    }
    int at = off + vp8Descriptor(b, off, len);
    return at < off + len && (b[at] & 1) == 0;
  }

  /** The length of a VP8 payload's descriptor in bytes, {@code len} if it is cut short. */
  static int vp8Descriptor(byte[] b, int off, int len) {
    int at = off + 1;
    int end = off + len;
    if ((b[off] & 0x80) != 0 && at < end) {
      int present = b[at++];
      if ((present & 0x80) != 0 && at < end) {
        at += (b[at] & 0x80) != 0 ? 2 : 1;
      }
      at += (present & 0x40) != 0 ? 1 : 0;
      at += (present & 0x30) != 0 ? 1 : 0;
    }
    return Math.min(at - off, len);
  }

  /** RFC 9628 section 4.2: the start of a frame that no other frame was needed for. */
  private static boolean vp9(byte[] b, int off, int len) {
    return len > 1 && (b[off] & 0x48) == 0x08;
  }

  /** RFC 6184: an IDR slice or a sequence parameter set, alone, aggregated or fragmented. */
  private static boolean h264(byte[] b, int off, int len) {
    if (len < 2) {
      return false;
    }
    int type = b[off] & 0x1f;
    if (type == 28) {
      return (b[off + 1] & 0x80) != 0 && h264Key(b[off + 1] & 0x1f);
    }
    return type == 24 ? h264Aggregate(b, off + 1, off + len) : h264Key(type);
  }

  private static boolean h264Aggregate(byte[] b, int from, int end) {
    int at = from;
    while (at + 2 < end) {
      if (h264Key(b[at + 2] & 0x1f)) {
        return true;
      }
      at += 2 + ((b[at] & 0xff) << 8 | b[at + 1] & 0xff);
    }
    return false;
  }

  private static boolean h264Key(int type) {
    return type == 5 || type == 7;
  }

  /** The AV1 payload format, section 4.4: N, the first packet of a coded video sequence. */
  private static boolean av1(byte[] b, int off, int len) {
    return len > 1 && (b[off] & 0x08) != 0;
  }
}
