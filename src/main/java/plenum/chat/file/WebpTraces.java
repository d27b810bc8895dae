package plenum.chat.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Finds what a WebP tells beside its picture (RFC 9649): all chunks but those of the picture, of
 * what moves and of its colours, and what follows its end. Its header tells of what is left.
 *
 * <p>Which side is up stays for other programs: browsers (Chromium 156, Firefox 153) turn a JPEG
 * and a PNG by it, and no WebP.
 */
final class WebpTraces {

  private static final Set<String> NEEDED =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private static final int RIFF = 12;
  private static final int HEAD = 8;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;
  private static final int LONGEST_EXIF = 65_535;

  private final PictureBytes bytes;
  private final Traces traces;
  private long removed;
  private long flagsAt = -1;
  private int flags;
  private boolean keepsExif;

  WebpTraces(PictureBytes bytes, Traces traces) {
    this.bytes = bytes;
    this.traces = traces;
  }

  /**
   * What breaks off stays so.
   *
   * @throws EOFException when the header is odd
   */
  void find() throws IOException {
    bytes.goTo(4);
    long told = nextLength();
    bytes.goTo(RIFF);
    long end = Math.min(bytes.length(), told + HEAD);
    while (bytes.at() + HEAD <= end) {
      chunk(end);
    }
    traces.leaveOut(bytes.at(), bytes.left());
    if (flagsAt >= 0) {
      flags();
    }
    if (removed != 0) {
      traces.replace(4, 4, length(told - removed));
    }
  }

  private void chunk(long fileEnd) throws IOException {
    long at = bytes.at();
    String name = bytes.text(4);
    long length = nextLength();
    long end = Math.min(fileEnd, at + HEAD + length + (length & 1));
    if (name.equals("VP8X")) {
      flagsAt = bytes.at();
      flags = bytes.next();
    } else if (name.equals("EXIF")) {
      exif(at, end);
    } else if (!NEEDED.contains(name)) {
      leaveOut(at, end - at);
    }
    bytes.goTo(end);
  }

  private void leaveOut(long at, long length) throws EOFException {
    traces.leaveOut(at, length);
    removed += length;
  }

  /** Only a header of the larger kind says that there is one. */
  private void exif(long at, long end) throws IOException {
    long length = end - bytes.at();
    boolean counts = (flags & EXIF_FLAG) != 0 && !keepsExif && length <= LONGEST_EXIF;
    Orientation orientation =
        counts ? Orientation.of(tiff(bytes.next((int) length))) : Orientation.UPRIGHT;
    if (orientation.isUpright()) {
      leaveOut(at, end - at);
      return;
    }
    byte[] instead = chunk(orientation.tiff());
    keepsExif = true;
    traces.replace(at, end - at, instead);
    removed += end - at - instead.length;
  }

  /** Some programs write it as it is in a JPEG. */
  private static byte[] tiff(byte[] exif) {
    boolean named = new String(exif, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0");
    return named ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
  }

  private void flags() throws EOFException {
    int left = flags & ~XMP_FLAG;
    if (!keepsExif) {
      left &= ~EXIF_FLAG;
    }
    if (left != flags) {
      traces.replace(flagsAt, 1, new byte[] {(byte) left});
    }
  }

  private long nextLength() throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) bytes.next32()));
  }

  private static byte[] length(long number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) number).array();
  }

  private static byte[] chunk(byte[] exif) {
    return ByteBuffer.allocate(HEAD + exif.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'E', 'X', 'I', 'F'})
        .putInt(exif.length)
        .put(exif)
        .array();
  }
}
