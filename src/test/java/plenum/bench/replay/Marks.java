package plenum.bench.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import plenum.engine.session.TestOffer;

/**
 * The header extensions of a track's packets (RFC 8285), in the order in which they are written.
 *
 * @param transport whether there is a transport-wide sequence number, which stands first
 * @param rid the name of the encoding (RFC 8852), with that of the m-line; empty for neither
 * @param level how loud the sound is (RFC 6464), 127 for silence; -1 for nothing said
 */
record Marks(boolean transport, String mid, String rid, int level) {

  /** Where in a packet the transport-wide sequence number is. */
  static final int TRANSPORT_AT = 17;

  private static final int VOICE = 0x80;

  Marks withoutNames() {
    return new Marks(transport, mid, "", level);
  }

  Marks withLevel(int now) {
    return new Marks(transport, mid, rid, level < 0 ? level : now);
  }

  boolean isEmpty() {
    return !transport && rid.isEmpty() && level < 0;
  }

  /** Of the whole block, a multiple of four; 0 without any. */
  int length() {
    return isEmpty() ? 0 : 4 + (elements() + 3) / 4 * 4;
  }

  private int elements() {
    int names = rid.isEmpty() ? 0 : 2 + mid.length() + rid.length();
    return (transport ? 3 : 0) + names + (level < 0 ? 0 : 2);
  }

  void write(ByteBuffer out) {
    int end = out.position() + length();
    if (isEmpty()) {
      return;
    }
    out.putShort((short) 0xbede).putShort((short) ((length() - 4) / 4));
    if (transport) {
      out.put((byte) (TestOffer.TRANSPORT_SEQUENCE_ID << 4 | 1)).putShort((short) 0);
    }
    if (!rid.isEmpty()) {
      name(out, TestOffer.MID_ID, mid);
      name(out, TestOffer.RID_ID, rid);
    }
    if (level >= 0) {
      out.put((byte) (TestOffer.AUDIO_LEVEL_ID << 4)).put((byte) (VOICE | level));
    }
    out.position(end); // What is left is padding, and 0.
  }

  private static void name(ByteBuffer out, int id, String name) {
    out.put((byte) (id << 4 | name.length() - 1)).put(name.getBytes(StandardCharsets.US_ASCII));
  }
}
