package plenum.engine.srtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order, and the RTP header's length. */
final class Bytes {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Bytes() {}

  static int int32(byte[] b, int at) {
    return (int) INT.get(b, at);
  }

  static void putInt32(byte[] b, int at, int value) {
    INT.set(b, at, value);
  }

  static int uint16(byte[] b, int at) {
    return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  /** Header, CSRCs and extension of an RTP packet (RFC 3550 5.1), or -1 when it is not one. */
  static int rtpHeaderLength(byte[] b, int off, int len) {
    if (len < 12 || (b[off] & 0xc0) != 0x80) {
      return -1;
    }
    int length = 12 + 4 * (b[off] & 0x0f);
    if ((b[off] & 0x10) != 0) {
      if (len < length + 4) {
        return -1;
      }
      length += 4 + 4 * uint16(b, off + length + 2);
    }
    return length <= len ? length : -1;
  }

  static boolean isRtcp(byte[] b, int off, int len) {
    return len >= PacketCipher.RTCP_HEADER_LENGTH && (b[off] & 0xc0) == 0x80;
  }
}
