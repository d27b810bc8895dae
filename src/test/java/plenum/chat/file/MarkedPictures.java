package plenum.chat.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Pictures with something in them that is nobody's business, in every place that there is. */
public final class MarkedPictures {

  /** What nobody is to get. */
  public static final String SECRET = "Ada, N 48.1374, E 11.5755";

  private static final String WEBP_PIXEL =
      "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=";

  private MarkedPictures() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Whether the bytes have this text somewhere. */
  public static boolean tells(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }

  /** Exif that says which side is up, and who took it. */
  static byte[] tiff(ByteOrder order, int orientation) {
    byte[] by = bytes(SECRET + "\0");
    return ByteBuffer.allocate(38 + by.length)
        .order(order)
        .put(bytes(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
        .putChar((char) 42)
        .putInt(8)
        .putChar((char) 2)
        .put(entry(order, 0x0112, 3, 1, orientation << (order == ByteOrder.BIG_ENDIAN ? 16 : 0)))
        .put(entry(order, 0x013B, 2, by.length, 38))
        .putInt(0)
        .put(by)
        .array();
  }

  private static byte[] entry(ByteOrder order, int tag, int type, int count, int value) {
    return ByteBuffer.allocate(12)
        .order(order)
        .putChar((char) tag)
        .putChar((char) type)
        .putInt(count)
        .putInt(value)
        .array();
  }

  static byte[] segment(int marker, byte[] content) {
    return join(
        new byte[] {(byte) 0xFF, (byte) marker},
        ByteBuffer.allocate(2).putChar((char) (content.length + 2)).array(),
        content);
  }

  static byte[] exif(int orientation) {
    return segment(0xE1, join(bytes("Exif\0\0"), tiff(ByteOrder.LITTLE_ENDIAN, orientation)));
  }

  /** A photo that lies on its side, by somebody, from somewhere. */
  public static byte[] photo(int width, int height) {
    return jpeg(width, height, exif(6));
  }

  /** A file with these parts behind so much of it. */
  private static byte[] behind(int header, byte[] plain, byte[]... parts) {
    return join(
        Arrays.copyOf(plain, header), join(parts), Arrays.copyOfRange(plain, header, plain.length));
  }

  /** A JPEG with these segments in its header, right behind that of JFIF. */
  static byte[] jpeg(int width, int height, byte[]... segments) {
    byte[] plain = FilesForTests.picture("jpg", width, height);
    int header = 2 + 2 + 16;
    return behind(header, plain, segments);
  }

  static byte[] chunk(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes(name));
    checksum.update(content);
    return join(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        bytes(name),
        content,
        ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  /** A PNG with these chunks behind its header. */
  static byte[] png(int width, int height, byte[]... chunks) {
    byte[] plain = FilesForTests.picture("png", width, height);
    int header = 8 + 12 + 13;
    return behind(header, plain, chunks);
  }

  static byte[] riff(String name, byte[] content) {
    return join(bytes(name), length(content.length), content, new byte[content.length & 1]);
  }

  private static byte[] length(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** A WebP of the larger kind, of one pixel, with these flags and chunks. */
  static byte[] webp(int flags, byte[]... chunks) {
    byte[] plain = Base64.getDecoder().decode(WEBP_PIXEL);
    byte[] header = {(byte) flags, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] content =
        join(
            bytes("WEBP"),
            riff("VP8X", header),
            Arrays.copyOfRange(plain, 12, plain.length),
            join(chunks));
    return riff("RIFF", content);
  }

  /** A GIF with these blocks in front of its picture. */
  static byte[] gif(byte[]... blocks) {
    byte[] plain = FilesForTests.picture("gif", 9, 9);
    int header = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1);
    return behind(header, plain, blocks);
  }

  /** What an application puts into a GIF. */
  static byte[] application(String name, byte[] content) {
    return join(
        new byte[] {0x21, (byte) 0xFF, 11},
        bytes(name),
        new byte[] {(byte) content.length},
        content,
        new byte[1]);
  }
}
