package plenum.engine.rtcp;

import java.util.Arrays;

/** Big-endian writes into an array that grows. */
final class Output {

  private byte[] bytes = new byte[256];
  private int length;

  Output u8(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
    return this;
  }

  Output u16(int value) {
    return u8(value >> 8).u8(value);
  }

  Output u24(int value) {
    return u8(value >> 16).u16(value);
  }

  Output u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  Output u64(long value) {
    return u32(value >> 32).u32(value);
  }

  /** Begins a packet (RFC 3550 section 6.4.1); {@link #end} fills in the length. */
  int begin(int countOrFormat, int type) {
    int start = length;
    u8(0x80 | countOrFormat).u8(type).u16(0);
    return start;
  }

  /** Pads the packet with zeros to a multiple of four bytes and writes its length. */
  void end(int start) {
    while ((length - start) % 4 != 0) {
      u8(0);
    }
    int words = (length - start) / 4 - 1;
    bytes[start + 2] = (byte) (words >> 8);
    bytes[start + 3] = (byte) words;
  }

  int length() {
    return length;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
