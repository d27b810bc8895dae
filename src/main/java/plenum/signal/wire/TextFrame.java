package plenum.signal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A whole text message as a server sends it: one frame, not masked (RFC 6455, section 5.2). */
final class TextFrame {

  private static final byte LAST_OF_TEXT = (byte) 0x81;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int MOST_IN_TWO_BYTES = 0xFFFF;
  private static final int LONGEST_HEAD = 10;

  private TextFrame() {}

  /**
   * @param text half a surrogate pair becomes a question mark
   * @return to be read from its position to its limit
   */
  static ByteBuffer of(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEAD + payload.length);
    frame.put(LAST_OF_TEXT);
    if (payload.length <= SHORT) {
      frame.put((byte) payload.length);
    } else if (payload.length <= MOST_IN_TWO_BYTES) {
      frame.put((byte) TWO_BYTES).putShort((short) payload.length);
    } else {
      frame.put((byte) EIGHT_BYTES).putLong(payload.length);
    }
    return frame.put(payload).flip();
  }
}
