package plenum.gate;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What has arrived of a request's content. Thread-safe. */
final class Content {

  private static final int FIRST = 2048;

  private final int most;
  private byte[] bytes = new byte[0];
  private int length;

  /**
   * @param most bytes that are taken
   */
  Content(int most) {
    this.most = most;
  }

  /**
   * Takes some more.
   *
   * @return false when it is too much
   */
  synchronized boolean add(ByteBuffer more) {
    int count = more.remaining();
    if (count > most - length) {
      return false;
    }
    if (length + count > bytes.length) {
      int room = Math.max(FIRST, Math.max(length + count, 2 * bytes.length));
      bytes = Arrays.copyOf(bytes, Math.min(most, room));
    }
    more.get(bytes, length, count);
    length += count;
    return true;
  }

  synchronized int length() {
    return length;
  }

  synchronized byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Forgets what has arrived. */
  synchronized void clear() {
    bytes = new byte[0];
    length = 0;
  }
}
