package plenum.engine.dtls;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.bouncycastle.tls.CipherSuite;

/** What can be seen of a datagram before DTLS is given it. */
final class Records {

  /** Types of records, and the lengths of the headers of records and of fragments (RFC 6347 4). */
  static final int CHANGE_CIPHER_SPEC = 20;

  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int HEADER = 13;
  static final int FRAGMENT_HEADER = 12;

  /** Certificate chains of WebRTC peers are one small certificate. */
  private static final int MAX_HANDSHAKE_MESSAGE = 16 * 1024;

  private static final byte MAJOR_VERSION = (byte) 0xfe;
  private static final byte MINOR_VERSION = (byte) 0xfd;
  private static final byte FATAL = 2;
  private static final byte CLIENT_HELLO = 1;
  private static final int VERSION = 2;
  private static final int RANDOM = 32;

  /** Messages before the change of keys (RFC 5246 section 7.4, RFC 6347 section 4.3.2). */
  private static final BitSet MESSAGES =
      BitSet.valueOf(new long[] {1L << 1 | 1L << 2 | 1L << 3 | 0x3fL << 11});

  /** What ciphers add to a record (RFC 5288 3, RFC 7905 2): a tag, and some a nonce before it. */
  private static final int TAG = 16;

  private static final int NONCE = 8;

  private Records() {}

  /** Bytes that the cipher of that suite adds to each record. */
  static int overhead(int suite) {
    return suite == CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 ? TAG : NONCE + TAG;
  }

  /**
   * Whether each record that says to be encrypted is long enough for it. One that is not is
   * nobody's, and an association goes on without a word (RFC 6347 section 4.1.2.7).
   *
   * @param overhead bytes that the cipher adds
   */
  static boolean longEnough(byte[] b, int off, int len, int overhead) {
    int end = off + len;
    for (int at = off; end - at >= HEADER; at = next(b, at)) {
      if (!inTheClear(b, at) && uint(b, at + 11, 2) < overhead) {
        return false;
      }
    }
    return true;
  }

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

  /**
   * Whether these are whole records, of which the first is the beginning of a handshake's message:
   * if they are not {@linkplain #credible credible} then, the message is broken, and no garbage.
   */
  static boolean isHandshake(byte[] b, int off, int len) {
    int end = off + len;
    int at = off;
    while (end - at >= HEADER && next(b, at) <= end) {
      at = next(b, at);
    }
    boolean begins = len > HEADER + FRAGMENT_HEADER && b[off] == HANDSHAKE && inTheClear(b, off);
    return at == end && begins && b[off + 1] == MAJOR_VERSION && MESSAGES.get(b[off + HEADER]);
  }

  /** The random of the ClientHello that begins a datagram of credible records, if one does. */
  static Optional<byte[]> clientRandom(byte[] b, int off, int len) {
    int message = off + HEADER;
    int from = message + FRAGMENT_HEADER + VERSION;
    boolean hello =
        from + RANDOM <= off + len
            && b[off] == HANDSHAKE
            && inTheClear(b, off)
            && b[message] == CLIENT_HELLO
            && uint(b, message + 6, 3) == 0
            && uint(b, message + 9, 3) >= VERSION + RANDOM;
    return hello ? Optional.of(Arrays.copyOfRange(b, from, from + RANDOM)) : Optional.empty();
  }

  /** The first record of a server that cannot do with a client's hello: why. */
  static byte[] fatalAlert(short description) {
    byte[] record = new byte[HEADER + 2];
    record[0] = ALERT;
    record[1] = MAJOR_VERSION;
    record[2] = MINOR_VERSION;
    record[HEADER - 1] = 2;
    record[HEADER] = FATAL;
    record[HEADER + 1] = (byte) description;
    return record;
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
