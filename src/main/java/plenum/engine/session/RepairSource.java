package plenum.engine.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import plenum.engine.rtp.Rtp;
import plenum.engine.sdp.Codec;
import plenum.engine.sdp.PublishedTrack;

/**
 * As which source a publisher sends packets of one encoding again (RFC 4588): told by the offer, by
 * the name of the encoding in its packets (RFC 8852 section 3), or, where there is one encoding
 * alone, by its payload type.
 */
final class RepairSource {

  private static final int TYPES = 128;
  private static final byte NONE = -1;

  /** The number that a packet had, before its payload. */
  private static final int NUMBER = 2;

  private final byte[] types = new byte[TYPES];
  private final int midId;
  private final byte[] mid;
  private final int nameId;
  private final byte[] name;
  private final int announced;
  private int ssrc;

  /**
   * @param name of the encoding, empty if the track has one alone
   */
  RepairSource(PublishedTrack agreed, String name) {
    Arrays.fill(types, NONE);
    for (Map.Entry<Integer, Codec> repair : agreed.repairs().entrySet()) {
      types[repair.getValue().payloadType()] = repair.getKey().byteValue();
    }
    this.midId = agreed.marks().headers().mid();
    this.mid = agreed.marks().mid().getBytes(StandardCharsets.US_ASCII);
    this.nameId = name.isEmpty() ? 0 : agreed.marks().headers().repairedRid();
    this.name = name.getBytes(StandardCharsets.US_ASCII);
    this.announced = name.isEmpty() ? agreed.marks().repairSsrc() : 0;
    this.ssrc = announced;
  }

  /**
   * What it repairs goes on under another SSRC (RFC 3550 section 8.2), and so does it, or will.
   *
   * @param asAnnounced whether that is the SSRC that the offer announced
   */
  void follow(boolean asAnnounced) {
    if (nameId == 0) {
      ssrc = asAnnounced ? announced : 0;
    }
  }

  /** Whether packets with that payload type are sent again ones. */
  boolean has(int payloadType) {
    return types[payloadType] != NONE;
  }

  /** Whether the packet, with a payload type that it {@link #has}, is from it. */
  boolean isFrom(byte[] b, int off, int len) {
    int from = Rtp.ssrc(b, off);
    if (nameId == 0) {
      return ssrc == 0 || ssrc == from
          ? Names.permit(b, off, len, midId, mid)
          : Names.is(b, off, len, midId, mid);
    }
    if (Names.is(b, off, len, nameId, name)) {
      ssrc = from;
    } else if (ssrc == from && Names.given(b, off, len, nameId)) {
      ssrc = 0;
    }
    return ssrc == from && ssrc != 0;
  }

  /**
   * The number of the packet that is sent again.
   *
   * @return 0 to 65535; -1 for one that carries nothing, as browsers send them to find out how much
   *     passes
   */
  int sequence(byte[] b, int off, int len) {
    int header = Rtp.headerLength(b, off, len);
    int padding = Rtp.paddingLength(b, off, len);
    if (header < 0 || padding < 0 || len - header - padding <= NUMBER) {
      return -1;
    }
    return (b[off + header] & 0xff) << Byte.SIZE | b[off + header + 1] & 0xff;
  }

  /**
   * Makes of a packet what it was when it was lost, but for header extensions, where it lies.
   *
   * @param sequence as {@link #sequence} told
   * @param of the SSRC that it had
   * @return by how many bytes it begins later, and is shorter
   */
  int restore(byte[] b, int off, int len, int sequence, int of) {
    int type = types[Rtp.payloadType(b, off)];
    System.arraycopy(b, off, b, off + NUMBER, Rtp.headerLength(b, off, len));
    int at = off + NUMBER;
    Rtp.setPayloadType(b, at, type);
    Rtp.setSequence(b, at, sequence);
    Rtp.setSsrc(b, at, of);
    return NUMBER;
  }
}
