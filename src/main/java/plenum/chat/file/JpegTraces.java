package plenum.chat.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds what a JPEG tells beside its picture (ISO/IEC 10918-1, annex B): all application segments
 * but those that say how its colours are meant, all comments, and what follows its end, where
 * phones put films, depth and further pictures with an Exif of their own.
 */
final class JpegTraces {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NAME = 14;
  private static final int JFIF = 16;

  private static final int FILL = 0xFF;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;

  private final PictureBytes bytes;
  private final Traces traces;
  private boolean scanned;
  private boolean exifSeen;

  JpegTraces(PictureBytes bytes, Traces traces) {
    this.bytes = bytes;
    this.traces = traces;
  }

  /**
   * @throws EOFException when it is odd before the first scan; what is odd later stays as it is
   */
  void find() throws IOException {
    bytes.goTo(2);
    int marker = marker();
    while (marker != END) {
      segment(marker);
      marker = bytes.left() > 0 ? marker() : END;
    }
    traces.leaveOut(bytes.at(), bytes.left());
  }

  /** The next marker, behind what is compressed; {@code END} at the end of a file without one. */
  private int marker() throws IOException {
    int before = bytes.next();
    requireInHeader(before == FILL);
    while (bytes.left() > 0) {
      int next = bytes.next();
      if (before == FILL && isMarker(next)) {
        return next;
      }
      requireInHeader(next == FILL);
      before = next;
    }
    return END;
  }

  private void requireInHeader(boolean isSo) throws EOFException {
    if (!scanned && !isSo) {
      throw new EOFException("no header of a JPEG");
    }
  }

  /** Where something begins: not within a scan. */
  private static boolean isMarker(int code) {
    return code >= 0xC0 && code != FILL && (code < FIRST_RESTART || code > LAST_RESTART);
  }

  private void segment(int marker) throws IOException {
    long at = bytes.at() - 2;
    int length = bytes.left() < 2 ? Integer.MAX_VALUE : bytes.next16();
    long end = at + 2 + length;
    if (marker == START || length < 2 || end > bytes.length()) {
      broken(marker, at);
      return;
    }
    if (isRemark(marker)) {
      remark(marker, at, length);
    }
    scanned |= marker == SCAN;
    bytes.goTo(end);
  }

  /** In the middle of what is compressed it may be no segment at all. */
  private void broken(int marker, long at) throws IOException {
    requireInHeader(false);
    if (isRemark(marker)) {
      traces.leaveOut(at, bytes.length() - at);
      bytes.goTo(bytes.length());
    } else {
      bytes.goTo(at + 2);
    }
  }

  private static boolean isRemark(int marker) {
    return marker >= APP0 && marker <= APP15 || marker == COMMENT;
  }

  private void remark(int marker, long at, int length) throws IOException {
    byte[] name = bytes.next(Math.min(NAME, length - 2));
    String text = new String(name, StandardCharsets.ISO_8859_1);
    if (marker == APP0 && text.startsWith("JFIF\0") && name.length == NAME) {
      withoutThumbnail(name, at, length);
    } else if (marker == APP1 && text.startsWith("Exif\0") && length > 8 && !exifSeen) {
      turn(at, length);
    } else if (!isAboutColours(marker, text)) {
      traces.leaveOut(at, length + 2L);
    }
  }

  private static boolean isAboutColours(int marker, String name) {
    return marker == APP2 && name.startsWith("ICC_PROFILE\0")
        || marker == APP14 && name.startsWith("Adobe");
  }

  /** The small picture may be of what was cut off the large one. */
  private void withoutThumbnail(byte[] jfif, long at, int length) throws IOException {
    if (length > JFIF) {
      byte[] plain = Arrays.copyOf(jfif, NAME);
      plain[NAME - 2] = 0;
      plain[NAME - 1] = 0;
      traces.replace(at, length + 2L, segment(APP0, plain));
    }
  }

  private void turn(long at, int length) throws IOException {
    exifSeen = true; // The first one counts.
    bytes.goTo(at + 4 + EXIF.length);
    Orientation orientation = Orientation.of(bytes.next(length - 2 - EXIF.length));
    if (orientation.isUpright()) {
      traces.leaveOut(at, length + 2L);
      return;
    }
    traces.orientation(orientation);
    byte[] tiff = orientation.tiff();
    byte[] exif = Arrays.copyOf(EXIF, EXIF.length + tiff.length);
    System.arraycopy(tiff, 0, exif, EXIF.length, tiff.length);
    traces.replace(at, length + 2L, segment(APP1, exif));
  }

  private static byte[] segment(int marker, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putChar((char) (content.length + 2))
        .put(content)
        .array();
  }
}
