package plenum.engine.dtls;

/** What can be seen of a datagram before DTLS is given it. */
final class Records {

  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int HANDSHAKE = 22;
  private static final int HEADER = 13;
  private static final int FRAGMENT_HEADER = 12;

  /** Certificate chains of WebRTC peers are one small certificate. */
  private static final int MAX_HANDSHAKE_MESSAGE = 16 * 1024;

  private Records() {}

  /** Whether the first record is change_cipher_spec, alert or handshake: all that we expect. */
  static boolean isControl(byte[] b, int off) {
    return b[off] >= CHANGE_CIPHER_SPEC && b[off] <= HANDSHAKE;
  }

  /**
   * Whether every unencrypted handshake message is of a credible length. The library reserves what
   * a fragment's header says, which is up to 16 MB, for up to 16 messages at a time.
   */
  static boolean credible(byte[] b, int off, int len) {
    int end = off + len;
    int at = off;
    while (end - at >= HEADER) {
      int length = uint(b, at + 11, 2);
      boolean inTheClear = uint(b, at + 3, 2) == 0;
      int next = at + HEADER + length;
      if (next > end) {
        return false;
      }
      if (b[at] == HANDSHAKE && inTheClear && !credibleFragments(b, at + HEADER, next)) {
        return false;
      }
      at = next;
    }
    return at == end;
  }

  private static boolean credibleFragments(byte[] b, int from, int end) {
    int at = from;
    while (end - at >= FRAGMENT_HEADER) {
      if (uint(b, at + 1, 3) > MAX_HANDSHAKE_MESSAGE) {
        return false;
      }
      at += FRAGMENT_HEADER + uint(b, at + 9, 3);
    }
    return true;
  }

  private static int uint(byte[] b, int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | b[at + i] & 0xff;
    }
    return value;
  }
}
