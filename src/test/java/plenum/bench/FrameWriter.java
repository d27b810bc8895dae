package plenum.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Makes a client's frames (RFC 6455, section 5.2): whole ones, masked. */
final class FrameWriter {

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int LONGEST_SHORT = 125;
  private static final int LENGTH_IN_2_BYTES = 126;

  private final SplittableRandom random = new SplittableRandom();

  /** A text message of at most 65,535 bytes. */
  ByteBuffer text(String message) {
    return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  /** The end of the connection. */
  ByteBuffer close(int code) {
    return frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private ByteBuffer frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (FIN | opcode));
    if (payload.length <= LONGEST_SHORT) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | LENGTH_IN_2_BYTES)).putShort((short) payload.length);
    }
    int mask = random.nextInt();
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask >> 24 - 8 * (i % 4)));
    }
    return frame.flip();
  }
}
