package plenum.chat.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A file, from its beginning to its end, of which no more than a window is in memory. */
final class PictureBytes {

  private static final int WINDOW = 65_536;

  private final FileChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private final long length;
  private long windowAt;

  PictureBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  /** Where the next byte is. */
  long at() {
    return windowAt + window.position();
  }

  /** Bytes of the whole file. */
  long length() {
    return length;
  }

  /** Bytes that are still to come. */
  long left() {
    return length - at();
  }

  /** Goes on there, which may be the end and not behind it. */
  void goTo(long at) throws EOFException {
    if (at < 0 || at > length) {
      throw new EOFException();
    }
    if (at >= windowAt && at <= windowAt + window.limit()) {
      window.position((int) (at - windowAt));
    } else {
      windowAt = at;
      window.limit(0);
    }
  }

  void skip(long count) throws EOFException {
    goTo(at() + count);
  }

  /** The next byte, 0 to 255. */
  int next() throws IOException {
    if (!window.hasRemaining()) {
      fill();
    }
    return window.get() & 0xFF;
  }

  private void fill() throws IOException {
    windowAt += window.limit();
    window.clear();
    int read = channel.read(window, windowAt);
    window.flip();
    if (read <= 0) {
      throw new EOFException();
    }
  }

  /** The next so many bytes, which are few. */
  byte[] next(int count) throws IOException {
    if (count > left()) {
      throw new EOFException();
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }

  /** The same as letters, each of a byte. */
  String text(int count) throws IOException {
    return new String(next(count), StandardCharsets.ISO_8859_1);
  }

  /** The next two bytes, the higher first. */
  int next16() throws IOException {
    return next() << 8 | next();
  }

  /** The next four bytes, the highest first. */
  long next32() throws IOException {
    return (long) next16() << 16 | next16();
  }
}
