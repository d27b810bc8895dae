package plenum.engine.dtls;

import java.util.BitSet;

/**
 * What of a client's last flight has come to its server.
 *
 * <p>Of that flight, each record may be lost or late (RFC 6347 3). BouncyCastle 1.84 completes the
 * handshake only if it gets them in order: so it is not given a ChangeCipherSpec before it has the
 * CertificateVerify; the client repeats both.
 */
final class ClientFlight {

  private static final int CERTIFICATE_VERIFY = 15;

  /** Which bytes of it have come. */
  private BitSet verify = new BitSet();

  private boolean verifyCame;

  /**
   * Whether the library may have this datagram, of {@linkplain Records#credible credible} records;
   * one that it may not have is as good as lost.
   */
  synchronized boolean admits(byte[] b, int off, int len) {
    if (verifyCame) {
      return true;
    }
    BitSet before = (BitSet) verify.clone();
    boolean admitted = look(b, off, off + len);
    if (!admitted) {
      verify = before;
    }
    return admitted;
  }

  private boolean look(byte[] b, int from, int end) {
    for (int at = from; at < end; at = Records.next(b, at)) {
      if (b[at] == Records.CHANGE_CIPHER_SPEC && !verifyCame) {
        return false;
      }
      if (b[at] == Records.HANDSHAKE && Records.inTheClear(b, at)) {
        note(b, at + Records.HEADER, Records.next(b, at));
      }
    }
    return true;
  }

  private void note(byte[] b, int from, int end) {
    int at = from;
    while (end - at >= Records.FRAGMENT_HEADER) {
      int fragment = Records.uint(b, at + 9, 3);
      if (b[at] == CERTIFICATE_VERIFY) {
        int offset = Records.uint(b, at + 6, 3);
        verify.set(offset, offset + fragment);
        verifyCame |= verify.nextClearBit(0) >= Records.uint(b, at + 1, 3);
      }
      at += Records.FRAGMENT_HEADER + fragment;
    }
  }
}
