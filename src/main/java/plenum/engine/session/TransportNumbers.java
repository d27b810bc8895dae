package plenum.engine.session;

import java.util.List;
import plenum.engine.estimate.Flow;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtp.Rtp;

/**
 * Writes transport-wide sequence numbers into what a player is sent, and notes when it was sent. A
 * packet that is sent again as it was has the number that it had ({@link WrittenNumbers}). One that
 * is sent again by another source has an index of its own, and so a new number.
 */
final class TransportNumbers {

  /** What a packet has on the link beside RTP: IP, UDP, authentication. */
  static final int OVERHEAD = 20 + 8 + 16;

  private static final int EXTENSION_BIT = 0x10;

  private final Flow flow;

  /** One after the other without a step aside: for each packet they are looked through. */
  private final int[] ssrcs;

  private final WrittenNumbers[] written;

  /** The sources of which each packet is a new one. */
  private final int[] repairing;

  TransportNumbers(Flow flow, List<PlayerTrack> tracks) {
    this.flow = flow;
    this.ssrcs = tracks.stream().mapToInt(PlayerTrack::ssrc).toArray();
    this.written =
        tracks.stream().map(track -> new WrittenNumbers()).toArray(WrittenNumbers[]::new);
    this.repairing =
        tracks.stream().mapToInt(PlayerTrack::repairSsrc).filter(ssrc -> ssrc != 0).toArray();
  }

  Flow flow() {
    return flow;
  }

  /**
   * Numbers a packet that is sent now.
   *
   * @return false when it must not be sent, for it was before and its number is not known any more
   */
  boolean number(byte[] b, int off, int len, long nowNanos) {
    if ((b[off] & EXTENSION_BIT) == 0) {
      return true;
    }
    int ssrc = Rtp.ssrc(b, off);
    WrittenNumbers before = of(ssrc);
    if (before == null) {
      if (repairs(ssrc)) {
        write(b, off, flow.send(len + OVERHEAD, nowNanos));
      }
      return true;
    }
    return number(before, b, off, len, nowNanos);
  }

  private boolean number(WrittenNumbers before, byte[] b, int off, int len, long nowNanos) {
    int sequence = Rtp.sequence(b, off);
    int number = before.of(sequence);
    if (number == WrittenNumbers.FORGOTTEN) {
      return false;
    }
    if (number == WrittenNumbers.NEW) {
      number = flow.send(len + OVERHEAD, nowNanos);
      before.put(sequence, number);
    } else {
      flow.sendAgain(number, len + OVERHEAD, nowNanos);
    }
    write(b, off, number);
    return true;
  }

  private static void write(byte[] b, int off, int number) {
    b[off + Rtp.EXTENSION_DATA] = (byte) (number >> 8);
    b[off + Rtp.EXTENSION_DATA + 1] = (byte) number;
  }

  private boolean repairs(int ssrc) {
    for (int repair : repairing) {
      if (repair == ssrc) {
        return true;
      }
    }
    return false;
  }

  /** Null for a source of which each packet is a new one, and for a foreign one. */
  private WrittenNumbers of(int ssrc) {
    for (int i = 0; i < ssrcs.length; i++) {
      if (ssrcs[i] == ssrc) {
        return written[i];
      }
    }
    return null;
  }
}
