package plenum.chat.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import plenum.settings.FileType;

/**
 * Finds out what a file is by what is in it, whatever it is called.
 *
 * @param type what it is
 * @param picture how large a picture is that pages may show
 */
record Content(FileType type, Optional<Dimensions> picture) {

  private static final int HEAD = 32;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /** What it is; empty when it is nothing of what is known here. */
  static Optional<Content> of(Path file) throws IOException {
    byte[] head = head(file);
    Optional<FileType> picture = Pictures.type(head);
    if (picture.isPresent()) {
      return Pictures.size(picture.get(), file)
          .map(size -> new Content(picture.get(), Optional.of(size).filter(Dimensions::areFit)));
    }
    if (begins(head, PDF)) {
      return Optional.of(plain(FileType.PDF));
    }
    if (begins(head, ZIP)) {
      return Archives.type(file).map(Content::plain);
    }
    return head.length > 0 && isText(file) ? Optional.of(plain(FileType.TEXT)) : Optional.empty();
  }

  private static Content plain(FileType type) {
    return new Content(type, Optional.empty());
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Channels.newInputStream(FileChannel.open(file))) {
      return in.readNBytes(HEAD);
    }
  }

  static boolean begins(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }

  /** Whether all of it is UTF-8 and nothing but lines, which no program is. */
  private static boolean isText(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(16_384);
    CharBuffer letters = CharBuffer.allocate(16_384);
    try (FileChannel channel = FileChannel.open(file)) {
      boolean end = false;
      while (!end) {
        end = channel.read(bytes) < 0;
        CoderResult result = decoder.decode(bytes.flip(), letters, end);
        if (result.isError() || !areLines(letters.flip())) {
          return false;
        }
        bytes.compact();
        letters.clear();
      }
    }
    return true;
  }

  private static boolean areLines(CharBuffer letters) {
    return letters
        .chars()
        .noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0 || c >= 0x7F && c < 0xA0);
  }
}
