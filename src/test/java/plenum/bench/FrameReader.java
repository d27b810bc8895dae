package plenum.bench;

import java.nio.ByteBuffer;

/**
 * Takes a server's frames (RFC 6455, section 5.2) out of a stream of bytes. Nothing is copied: a
 * message is handed on in the parts in which it arrives.
 */
final class FrameReader {

  /** Who gets what was read. */
  interface Sink {

    /** Some bytes of a text message. */
    void text(ByteBuffer part);

    /** The text message is complete. */
    void textEnds();

    /** The server closes. */
    void closed(int code);
  }

  private static final int TEXT = 1;
  private static final int CONTINUATION = 0;
  private static final int CLOSE = 8;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;
  private static final int NO_STATUS = 1005;

  private final Sink sink;
  private final byte[] header = new byte[10];
  private int headerBytes;
  private long remaining = -1;
  private int status;
  private int statusBytes;

  FrameReader(Sink sink) {
    this.sink = sink;
  }

  /** Reads everything that the buffer has. */
  void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (remaining < 0) {
        header(bytes.get());
      } else {
        payload(bytes);
      }
    }
  }

  private void header(byte next) {
    header[headerBytes++] = next;
    if (headerBytes < 2) {
      return;
    }
    int extra =
        switch (header[1] & 0x7f) {
          case LENGTH_IN_2_BYTES -> 2;
          case LENGTH_IN_8_BYTES -> 8;
          default -> 0;
        };
    if (headerBytes == 2 + extra) {
      remaining = extra == 0 ? header[1] & 0x7f : number(extra);
      if (remaining == 0) {
        frameEnds();
      }
    }
  }

  private long number(int bytes) {
    long value = 0;
    for (int i = 2; i < 2 + bytes; i++) {
      value = value << 8 | header[i] & 0xff;
    }
    return value;
  }

  private void payload(ByteBuffer bytes) {
    int size = (int) Math.min(remaining, bytes.remaining());
    ByteBuffer part = bytes.slice(bytes.position(), size);
    bytes.position(bytes.position() + size);
    remaining -= size;
    if (isText()) {
      sink.text(part);
    } else if (opcode() == CLOSE) {
      while (part.hasRemaining() && statusBytes < 2) {
        status = status << 8 | part.get() & 0xff;
        statusBytes++;
      }
    }
    if (remaining == 0) {
      frameEnds();
    }
  }

  private void frameEnds() {
    boolean last = header[0] < 0; // The bit FIN.
    if (isText() && last) {
      sink.textEnds();
    } else if (opcode() == CLOSE) {
      sink.closed(statusBytes == 2 ? status : NO_STATUS);
    }
    headerBytes = 0;
    remaining = -1;
  }

  private boolean isText() {
    return opcode() == TEXT || opcode() == CONTINUATION;
  }

  private int opcode() {
    return header[0] & 0x0f;
  }
}
