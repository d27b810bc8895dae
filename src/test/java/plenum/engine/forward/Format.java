package plenum.engine.forward;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;

/** How the packets of a codec look, of frames of several packets in one of three heights. */
enum Format {
  VP8(2) {
    @Override
    byte[] payload(int height, int picture, int base, boolean first, boolean last, boolean key) {
      return new byte[] {
        (byte) (first ? 0x90 : 0x80),
        (byte) 0xc0,
        (byte) (0x80 | picture >> 8 & 0x7f),
        (byte) picture,
        (byte) base,
        (byte) (key ? 0 : 1),
        0,
        0,
        (byte) 0x9d,
        0x01,
        0x2a,
        0,
        5,
        (byte) height,
        (byte) (height >> 8)
      };
    }
  },

  VP9(1) {
    @Override
    byte[] payload(int height, int picture, int base, boolean first, boolean last, boolean key) {
      boolean sized = key && first;
      ByteBuffer payload = ByteBuffer.allocate(sized ? 9 : 5);
      int flags = 0xb0 | (key ? 0 : 0x40) | (first ? 0x08 : 0) | (last ? 0x04 : 0);
      payload.put((byte) (sized ? flags | 0x02 : flags));
      payload.putShort((short) (0x8000 | picture)).put((byte) 0x10);
      if (sized) {
        payload.put((byte) 0x10).putShort((short) 1280).putShort((short) height);
      } else {
        payload.put((byte) (key ? 0 : 0x02));
      }
      return payload.array();
    }
  },

  /** The parameter set in a packet of its own, then slices, each of which is one of a key frame. */
  H264(0) {
    @Override
    byte[] payload(int height, int picture, int base, boolean first, boolean last, boolean key) {
      String set = first && key ? SETS.get(height) : key ? "65" : "41";
      return HexFormat.of().parseHex(set + "00");
    }
  },

  AV1(0) {
    @Override
    byte[] payload(int height, int picture, int base, boolean first, boolean last, boolean key) {
      String more = (first ? "1" : "9") + "0" + "320000";
      return HexFormat.of().parseHex(first && key ? SEQUENCES.get(height) : more);
    }
  };

  /** By height, of libx264. */
  private static final Map<Integer, String> SETS =
      Map.of(
          720, "6742c01fd9005005bb0110000003001000000303c0f1832480",
          360, "6764001eacd940a02ff970110000030001000003003c0f162d96",
          180, "674d400deca0a0cfcf8088000003000800000301e078a14cb0");

  /** By height: a sequence header alone, of 1280 pixels in a line. */
  private static final Map<Integer, String> SEQUENCES =
      Map.of(
          720, "18080000002ff827f81678",
          360, "18080000002ff827f80b38",
          180, "18080000002ff827f80598");

  private final int picturesAt;

  /**
   * @param picturesAt where in a payload the picture's number of 15 bits is, 0 for none
   */
  Format(int picturesAt) {
    this.picturesAt = picturesAt;
  }

  abstract byte[] payload(
      int height, int picture, int base, boolean first, boolean last, boolean key);

  /** The picture's number, -1 where there are none. */
  int picture(byte[] sent) {
    int at = 12 + picturesAt;
    return picturesAt == 0 ? -1 : (sent[at] & 0x7f) << 8 | sent[at + 1] & 0xff;
  }
}
