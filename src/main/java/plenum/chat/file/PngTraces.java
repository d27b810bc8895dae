package plenum.chat.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Finds what a PNG tells beside its picture (PNG, third edition): all ancillary chunks but those
 * that pages need to show it, and what follows its end.
 */
final class PngTraces {

  /** Colours, transparency, the size of pixels, and what moves. */
  private static final Set<String> NEEDED =
      Set.of(
          "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST",
          "sPLT", "pHYs", "acTL", "fcTL", "fdAT");

  private static final int SIGNATURE = 8;

  /** Length, name and checksum. */
  private static final int AROUND = 12;

  /** More of it is no Exif: that fits into a JPEG's segment everywhere else. */
  private static final int LONGEST_EXIF = 65_535;

  private final PictureBytes bytes;
  private final Traces traces;
  private boolean exifSeen;

  PngTraces(PictureBytes bytes, Traces traces) {
    this.bytes = bytes;
    this.traces = traces;
  }

  /** What is odd stays as it is, unless it is ancillary; one that breaks off stays so. */
  void find() throws IOException {
    bytes.goTo(SIGNATURE);
    String last = "";
    while (bytes.left() >= AROUND && !last.equals("IEND")) {
      last = chunk();
    }
    if (last.equals("IEND")) {
      traces.leaveOut(bytes.at(), bytes.left());
    }
  }

  private String chunk() throws IOException {
    long at = bytes.at();
    long length = bytes.next32();
    String name = bytes.text(4);
    long end = Math.min(bytes.length(), at + AROUND + length);
    if (name.equals("eXIf") && length <= Math.min(LONGEST_EXIF, bytes.left()) && !exifSeen) {
      exif(at, (int) length);
    } else if (isAncillary(name) && !NEEDED.contains(name)) {
      traces.leaveOut(at, end - at);
    }
    bytes.goTo(end);
    return name;
  }

  /** Told by the case of the first letter. */
  private static boolean isAncillary(String name) {
    return name.charAt(0) < 'A' || name.charAt(0) > 'Z';
  }

  private void exif(long at, int length) throws IOException {
    exifSeen = true;
    Orientation orientation = Orientation.of(bytes.next(length));
    if (orientation.isUpright()) {
      traces.leaveOut(at, length + AROUND);
    } else {
      traces.orientation(orientation);
      traces.replace(at, length + AROUND, chunk("eXIf", orientation.tiff()));
    }
  }

  private static byte[] chunk(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
    checksum.update(letters);
    checksum.update(content);
    return ByteBuffer.allocate(AROUND + content.length)
        .putInt(content.length)
        .put(letters)
        .put(content)
        .putInt((int) checksum.getValue())
        .array();
  }
}
