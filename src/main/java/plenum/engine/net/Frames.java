package plenum.engine.net;

import io.netty.buffer.ByteBuf;

/**
 * Takes what a connection brings apart into datagrams: two bytes of length before each (RFC 4571).
 */
final class Frames {

  private static final int PREFIX = 2;

  /** What becomes of a datagram. */
  interface Receiver {

    /**
     * @return whether to go on
     */
    boolean datagram(byte[] b, int off, int len);
  }

  private final byte[] frame;
  private int filled;

  /**
   * @param longest bytes of a datagram
   */
  Frames(int longest) {
    frame = new byte[PREFIX + longest];
  }

  /**
   * Gives on each whole datagram; an empty one means nothing (RFC 4571 section 2).
   *
   * @return false when what came is no such frame, or when the receiver did not want to go on
   */
  boolean take(ByteBuf in, Receiver receiver) {
    while (in.isReadable()) {
      fill(in, PREFIX);
      if (filled < PREFIX) {
        return true;
      }
      int length = (frame[0] & 0xff) << 8 | frame[1] & 0xff;
      if (length > frame.length - PREFIX) {
        return false;
      }
      fill(in, PREFIX + length);
      if (filled == PREFIX + length) {
        filled = 0;
        if (length > 0 && !receiver.datagram(frame, PREFIX, length)) {
          return false;
        }
      }
    }
    return true;
  }

  private void fill(ByteBuf in, int upTo) {
    int missing = Math.min(Math.max(0, upTo - filled), in.readableBytes());
    in.readBytes(frame, filled, missing);
    filled += missing;
  }
}
