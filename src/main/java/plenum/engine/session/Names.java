package plenum.engine.session;

import java.util.Arrays;
import plenum.engine.rtp.Rtp;

/** Names in header extensions of packets: of m-lines (RFC 9143) and of encodings (RFC 8852). */
final class Names {

  private Names() {}

  /** Whether the packet has such a name. */
  static boolean given(byte[] b, int off, int len, int extension) {
    return Rtp.extension(b, off, len, extension) >= 0;
  }

  /** Whether the packet has that name. */
  static boolean is(byte[] b, int off, int len, int extension, byte[] name) {
    int at = Rtp.extension(b, off, len, extension);
    int length = at < 0 ? 0 : Rtp.extensionLength(b, off, len, extension);
    return at >= 0 && Arrays.equals(b, at, at + length, name, 0, name.length);
  }

  /** Whether the packet has no other name than that. */
  static boolean permit(byte[] b, int off, int len, int extension, byte[] name) {
    return extension == 0 || !given(b, off, len, extension) || is(b, off, len, extension, name);
  }
}
