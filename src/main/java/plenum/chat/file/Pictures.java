package plenum.chat.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import plenum.settings.FileType;

/** Reads of pictures what they are and how large: PNG, JPEG, GIF and WebP (RFC 9649). */
final class Pictures {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** So many segments stand before the size of a JPEG at most. */
  private static final int SEGMENTS = 1_000;

  private Pictures() {}

  static Optional<FileType> type(byte[] head) {
    if (Content.begins(head, PNG)) {
      return Optional.of(FileType.PNG);
    }
    if (Content.begins(head, JPEG)) {
      return Optional.of(FileType.JPEG);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(FileType.GIF);
    }
    return text.startsWith("RIFF") && text.startsWith("WEBP", 8)
        ? Optional.of(FileType.WEBP)
        : Optional.empty();
  }

  /** How large a picture of that type is; empty when it is broken. */
  static Optional<Dimensions> size(FileType type, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return switch (type) {
        case PNG -> png(bytes(channel, 8, 16));
        case GIF -> gif(bytes(channel, 6, 4));
        case WEBP -> webp(bytes(channel, 12, 18));
        default -> jpeg(channel);
      };
    } catch (EOFException broken) {
      return Optional.empty();
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  /** The first chunk is the header. */
  private static Optional<Dimensions> png(ByteBuffer bytes) {
    return bytes.getInt(4) == 0x49484452
        ? Optional.of(new Dimensions(bytes.getInt(8), bytes.getInt(12)))
        : Optional.empty();
  }

  private static Optional<Dimensions> gif(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return Optional.of(new Dimensions(bytes.getChar(0), bytes.getChar(2)));
  }

  /** The first chunk is one of three kinds, each of which has the size in another place. */
  private static Optional<Dimensions> webp(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    String kind = new String(bytes.array(), 0, 4, StandardCharsets.ISO_8859_1);
    return switch (kind) {
      case "VP8 " ->
          Optional.of(new Dimensions(bytes.getChar(14) & 0x3FFF, bytes.getChar(16) & 0x3FFF));
      case "VP8L" -> {
        int bits = bytes.getInt(9);
        yield Optional.of(new Dimensions((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1));
      }
      case "VP8X" ->
          Optional.of(new Dimensions((bytes.getInt(11) >>> 8) + 1, (bytes.getInt(14) >>> 8) + 1));
      default -> Optional.empty();
    };
  }

  /** Goes from segment to segment up to the frame's header (ISO/IEC 10918-1, B.2.2). */
  private static Optional<Dimensions> jpeg(FileChannel channel) throws IOException {
    long at = 2;
    for (int i = 0; i < SEGMENTS; i++) {
      ByteBuffer segment = bytes(channel, at, 4);
      int marker = segment.get(1) & 0xFF;
      if ((segment.get(0) & 0xFF) != 0xFF) {
        return Optional.empty();
      }
      if (marker == 0xFF) {
        at++; // Fills up.
      } else if (isFrame(marker)) {
        ByteBuffer frame = bytes(channel, at + 5, 4);
        return Optional.of(new Dimensions(frame.getChar(2), frame.getChar(0)));
      } else {
        at += 2 + segment.getChar(2);
      }
    }
    return Optional.empty();
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
