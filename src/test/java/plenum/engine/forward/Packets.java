package plenum.engine.forward;

import java.nio.ByteBuffer;

/** RTP packets for tests. */
final class Packets {

  /** A VP8 payload that begins a key frame, and one that does not. */
  static final byte[] KEY = {0x10, 0x00, 1, 2, 3};

  static final byte[] DELTA = {0x10, 0x01, 1, 2, 3};

  private Packets() {}

  static byte[] rtp(int sequence, int timestamp, byte... payload) {
    return ByteBuffer.allocate(12 + payload.length)
        .put((byte) 0x80)
        .put((byte) 96)
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(0x1111)
        .put(payload)
        .array();
  }

  /** With one header extension element and three bytes of padding. */
  static byte[] decorated(int sequence, int timestamp, byte... payload) {
    return ByteBuffer.allocate(12 + 8 + payload.length + 3)
        .put((byte) 0xb0)
        .put((byte) 96)
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(0x1111)
        .putInt(0xbede0001)
        .putInt(0x31000100)
        .put(payload)
        .put(new byte[] {0, 0, 3})
        .array();
  }
}
