package plenum.engine.dtls;

/** What can be seen of a datagram before DTLS is given it. */
final class Records {

  /** Types of records, and the lengths of the headers of records and of fragments (RFC 6347 4). */
  static final int CHANGE_CIPHER_SPEC = 20;

  static final int HANDSHAKE = 22;
  static final int HEADER = 13;
  static final int FRAGMENT_HEADER = 12;

  /** Certificate chains of WebRTC peers are one small certificate. */
  private static final int MAX_HANDSHAKE_MESSAGE = 16 * 1024;

  private Records() {}

  /** Whether the first record is change_cipher_spec, alert or handshake: all that we expect. */
  static boolean isControl(byte[] b, int off) {
    return b[off] >= CHANGE_CIPHER_SPEC && b[off] <= HANDSHAKE;
  }

  /**
   * Whether the records are whole and every unencrypted handshake message is of a credible length:
   * no handshake may take more memory than it needs.
   */
  static boolean credible(byte[] b, int off, int len) {
    int end = off + len;
    int at = off;
    while (end - at >= HEADER) {
      int next = next(b, at);
      if (next > end) {
        return false;
      }
      if (b[at] == HANDSHAKE && inTheClear(b, at) && !credibleFragments(b, at + HEADER, next)) {
        return false;
      }
      at = next;
    }
    return at == end;
  }

  private static boolean credibleFragments(byte[] b, int from, int end) {
    int at = from;
    while (end - at >= FRAGMENT_HEADER) {
      int message = uint(b, at + 1, 3);
      if (message > MAX_HANDSHAKE_MESSAGE || uint(b, at + 6, 3) + uint(b, at + 9, 3) > message) {
        return false;
      }
      at += FRAGMENT_HEADER + uint(b, at + 9, 3);
    }
    return true;
  }

  /** Where the record after the one at {@code at} begins. */
  static int next(byte[] b, int at) {
    return at + HEADER + uint(b, at + 11, 2);
  }

  /** Whether the record at {@code at} is not encrypted. */
  static boolean inTheClear(byte[] b, int at) {
    return uint(b, at + 3, 2) == 0;
  }

  /** The number in so many bytes. */
  static int uint(byte[] b, int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | b[at + i] & 0xff;
    }
    return value;
  }
}
