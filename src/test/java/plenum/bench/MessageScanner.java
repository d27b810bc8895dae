package plenum.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds the few strings that matter in a JSON message, byte by byte and without making objects, so
 * that the client costs far less than the server that it measures. Strings are known by their hash.
 */
final class MessageScanner {

  /** Who gets the strings. */
  interface Listener {

    /**
     * A string that follows another one, which is its key if it is a value.
     *
     * @param message the hash of the message's type
     * @param change the hash of the kind of the change that it belongs to
     */
    void string(long message, long change, long key, long value);
  }

  static final long TYPE = hash("type");
  static final long CHANGE = hash("change");

  // FNV-1a.
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Listener listener;
  private final byte[] start = new byte[160];
  private int length;
  private boolean inString;
  private boolean escaped;
  private long hash;
  private long before;
  private long message;
  private long change;

  MessageScanner(Listener listener) {
    this.listener = listener;
  }

  static long hash(String text) {
    long hash = BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * PRIME;
    }
    return hash;
  }

  void scan(ByteBuffer part) {
    while (part.hasRemaining()) {
      byte next = part.get();
      if (!inString) {
        inString = next == '"';
        hash = BASIS;
        length = 0;
      } else if (next == '"' && !escaped) {
        inString = false;
        stringEnds();
      } else {
        escaped = next == '\\' && !escaped;
        add(next);
      }
    }
  }

  /** The message is complete: its type, and the next one begins. */
  long end() {
    long ended = message;
    message = 0;
    change = 0;
    before = 0;
    return ended;
  }

  /** The string that the listener was just told of, or its first bytes. */
  String text() {
    return new String(start, 0, length, StandardCharsets.UTF_8);
  }

  private void add(byte next) {
    hash = (hash ^ next) * PRIME;
    if (length < start.length) {
      start[length++] = next;
    }
  }

  private void stringEnds() {
    if (before == TYPE) {
      message = hash;
    } else if (before == CHANGE) {
      change = hash;
    }
    listener.string(message, change, before, hash);
    before = hash;
  }
}
