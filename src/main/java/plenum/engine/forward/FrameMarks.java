package plenum.engine.forward;

import java.util.Locale;
import plenum.engine.rtp.DependencyDescriptor;
import plenum.engine.rtp.Rtp;

/**
 * What a packet's payload says of the frame that it belongs to: whether a key frame begins in it,
 * its temporal layer, and the numbers by which a decoder tells frames apart. All of it is in one
 * {@code long}, for it is read of every packet and kept beside it.
 *
 * <p>VP8 (RFC 7741 section 4.2) and VP9 (RFC 9628 section 4.2) number pictures in the payload, and
 * name their layers there; H264 and AV1 do not: of theirs a header extension tells ({@link
 * #described}).
 */
final class FrameMarks {

  /** A payload that says nothing. */
  static final long NONE = 0;

  private static final long KEY = 1;
  private static final long BEGINS = 1 << 1;
  private static final long LAYERED = 1 << 2;
  private static final long HAS_PICTURE = 1 << 3;
  private static final long LONG_PICTURE = 1 << 4;
  private static final long HAS_BASE = 1 << 5;
  private static final int TEMPORAL_SHIFT = 6;
  private static final int PICTURE_SHIFT = 9;
  private static final int BASE_SHIFT = 24;
  private static final int PICTURE_AT_SHIFT = 32;
  private static final int BASE_AT_SHIFT = 40;
  private static final int NEEDED_SHIFT = 48;
  private static final int REACHES_SHIFT = 51;
  private static final long SPARSE = 1L << 54;

  /** However many there are. */
  private static final int HIGHEST = 7;

  /** Reads the marks of a codec's payloads. */
  @FunctionalInterface
  interface Reader {

    /** The marks of a payload; those of one that is cut short say less. */
    long read(byte[] b, int off, int len);
  }

  private FrameMarks() {}

  /** The reader for an RTP encoding name; for an unknown one it never finds anything. */
  static Reader of(String codec) {
    KeyFrames keys = KeyFrames.of(codec);
    return switch (codec.toUpperCase(Locale.ROOT)) {
      case "VP8" -> (b, off, len) -> vp8(b, off, len) | key(keys, b, off, len);
      case "VP9" -> (b, off, len) -> vp9(b, off, len) | key(keys, b, off, len);
      case "H264" -> (b, off, len) -> h264(b, off, len) | key(keys, b, off, len) & ~BEGINS;
      default -> (b, off, len) -> key(keys, b, off, len);
    };
  }

  private static long key(KeyFrames keys, byte[] b, int off, int len) {
    return keys.beginIn(b, off, len) ? KEY | BEGINS : NONE;
  }

  /** With its parameters a key frame does begin; with a slice of it perhaps. */
  private static long h264(byte[] b, int off, int len) {
    boolean aggregate = len > 3 && (b[off] & 0x1f) == 24;
    int type = len < 2 ? 0 : b[aggregate ? off + 3 : off] & 0x1f;
    return type == 7 ? BEGINS : NONE;
  }

  private static long vp8(byte[] b, int off, int len) {
    int end = off + len;
    if (len < 2) {
      return NONE;
    }
    long marks = (b[off] & 0x17) == 0x10 ? BEGINS : NONE;
    if ((b[off] & 0x80) == 0) {
      return marks;
    }
    int present = b[off + 1];
    int at = off + 2;
    if ((present & 0x80) != 0) {
      marks |= picture(b, off, at, end);
      at += at < end && (b[at] & 0x80) != 0 ? 2 : 1;
    }
    if ((present & 0x40) != 0) {
      marks |= base(b, off, at, end);
      at++;
    }
    if ((present & 0x20) != 0 && at < end) {
      int layer = (b[at] & 0xc0) >> 6;
      boolean sync = (b[at] & 0x20) != 0; // It refers to the lowest layer alone.
      marks |= LAYERED | layers(layer, sync ? 0 : layer, sync ? layer : 0);
    }
    return marks;
  }

  private static long vp9(byte[] b, int off, int len) {
    int end = off + len;
    if (len < 2) {
      return NONE;
    }
    int first = b[off];
    long marks = SPARSE | ((first & 0x08) != 0 ? BEGINS : NONE);
    int at = off + 1;
    if ((first & 0x80) != 0) {
      marks |= picture(b, off, at, end);
      at += at < end && (b[at] & 0x80) != 0 ? 2 : 1;
    }
    if ((first & 0x20) != 0 && at < end) {
      int layer = (b[at] & 0xe0) >> 5;
      boolean up = (b[at] & 0x10) != 0; // Nothing after it refers to higher layers before it.
      marks |= LAYERED | layers(layer, layer, up ? HIGHEST : 0);
      at++;
      marks |= (first & 0x10) == 0 ? base(b, off, at, end) : 0;
    }
    return marks;
  }

  private static long layers(int temporal, int needed, int reaches) {
    return (long) temporal << TEMPORAL_SHIFT
        | (long) needed << NEEDED_SHIFT
        | (long) reaches << REACHES_SHIFT;
  }

  /**
   * The marks of a payload together with what a header extension says of its frame, which counts
   * where the payload itself names no layer.
   */
  static long described(long marks, DependencyDescriptor by) {
    return (marks & LAYERED) != 0
        ? marks
        : marks | layers(by.temporal(), by.needed(), by.reaches());
  }

  /** A picture's number: 7 bits, or 15 where the first bit says so. */
  private static long picture(byte[] b, int off, int at, int end) {
    boolean wide = at < end && (b[at] & 0x80) != 0;
    if (at + (wide ? 1 : 0) >= end) {
      return NONE;
    }
    long number = wide ? (b[at] & 0x7f) << 8 | b[at + 1] & 0xff : b[at] & 0x7f;
    return HAS_PICTURE
        | (wide ? LONG_PICTURE : 0)
        | number << PICTURE_SHIFT
        | (long) (at - off) << PICTURE_AT_SHIFT;
  }

  /** The number of the last frame of the lowest temporal layer, 8 bits (TL0PICIDX). */
  private static long base(byte[] b, int off, int at, int end) {
    if (at >= end) {
      return NONE;
    }
    return HAS_BASE | (long) (b[at] & 0xff) << BASE_SHIFT | (long) (at - off) << BASE_AT_SHIFT;
  }

  /** Whether a key frame begins in the packet. */
  static boolean key(long marks) {
    return (marks & KEY) != 0;
  }

  /** The same, but that no key frame begins. */
  static long withoutKey(long marks) {
    return marks & ~KEY;
  }

  /** Whether a frame begins in the packet, as far as its codec says; with H264 only key frames. */
  static boolean begins(long marks) {
    return (marks & BEGINS) != 0;
  }

  /** The temporal layer, 0 for the lowest and where there are none. */
  static int temporal(long marks) {
    return (int) (marks >> TEMPORAL_SHIFT) & 7;
  }

  /** The highest temporal layer of the frames without which a decoder cannot use this one. */
  static int needed(long marks) {
    return (int) (marks >> NEEDED_SHIFT) & HIGHEST;
  }

  /** To which temporal layer a decoder of this frame can go up with it, 0 for no higher one. */
  static int reaches(long marks) {
    return (int) (marks >> REACHES_SHIFT) & HIGHEST;
  }

  /**
   * Whether pictures' numbers may have gaps, and must where pictures are left out: frames name
   * those that they refer to by how many numbers they are apart (RFC 9628 section 4.2).
   */
  static boolean isSparse(long marks) {
    return (marks & SPARSE) != 0;
  }

  static boolean hasPicture(long marks) {
    return (marks & HAS_PICTURE) != 0;
  }

  /** The picture's number, of 7 or of 15 bits. */
  static int picture(long marks) {
    return (int) (marks >> PICTURE_SHIFT) & 0x7fff;
  }

  /** Whether one picture's number is later than another's, as wide as those of these marks are. */
  static boolean isLater(long marks, int picture, int than) {
    int unused = (marks & LONG_PICTURE) != 0 ? Integer.SIZE - 15 : Integer.SIZE - 7;
    return picture - than << unused > 0;
  }

  static boolean hasBase(long marks) {
    return (marks & HAS_BASE) != 0;
  }

  /** The number of the last frame of the lowest temporal layer, 0 to 255. */
  static int base(long marks) {
    return (int) (marks >> BASE_SHIFT) & 0xff;
  }

  /**
   * Writes other numbers over those of a packet, as wide as they are.
   *
   * @param off where the packet begins, without header extensions
   */
  static void rewrite(byte[] b, int off, long marks, int picture, int base) {
    int payload = off + Rtp.FIXED_HEADER + 4 * (b[off] & 0x0f);
    if (hasPicture(marks)) {
      int at = payload + ((int) (marks >> PICTURE_AT_SHIFT) & 0xff);
      if ((marks & LONG_PICTURE) != 0) {
        b[at] = (byte) (0x80 | picture >> 8 & 0x7f);
        b[at + 1] = (byte) picture;
      } else {
        b[at] = (byte) (picture & 0x7f);
      }
    }
    if (hasBase(marks)) {
      b[payload + ((int) (marks >> BASE_AT_SHIFT) & 0xff)] = (byte) base;
    }
  }
}
