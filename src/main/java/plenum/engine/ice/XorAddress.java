package plenum.engine.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The value of XOR-MAPPED-ADDRESS (RFC 8489 section 14.2). */
final class XorAddress {

  private static final int IPV4 = 1;
  private static final int IPV6 = 2;

  private XorAddress() {}

  static byte[] write(InetSocketAddress address, byte[] transactionId) {
    byte[] raw = address.getAddress().getAddress();
    ByteBuffer value = ByteBuffer.allocate(4 + raw.length);
    value.putShort((short) (raw.length == 4 ? IPV4 : IPV6));
    value.putShort((short) (address.getPort() ^ StunMessage.MAGIC_COOKIE >>> 16));
    return value.put(xor(raw, transactionId)).array();
  }

  static Optional<InetSocketAddress> read(byte[] value, byte[] transactionId) {
    if (value.length != 8 && value.length != 20 || value[1] != (value.length == 8 ? IPV4 : IPV6)) {
      return Optional.empty();
    }
    int port = StunFormat.u16(value, 2) ^ StunMessage.MAGIC_COOKIE >>> 16;
    byte[] raw = xor(Arrays.copyOfRange(value, 4, value.length), transactionId);
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(raw), port));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 bytes are always an address", e);
    }
  }

  private static byte[] xor(byte[] raw, byte[] transactionId) {
    byte[] mask =
        ByteBuffer.allocate(16).putInt(StunMessage.MAGIC_COOKIE).put(transactionId).array();
    byte[] result = new byte[raw.length];
    for (int i = 0; i < raw.length; i++) {
      result[i] = (byte) (raw[i] ^ mask[i]);
    }
    return result;
  }
}
