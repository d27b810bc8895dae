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
  private final Track[] tracks;

  /** The sources of which each packet is a new one. */
  private final int[] repairing;

  private record Track(int ssrc, WrittenNumbers numbers) {}

  TransportNumbers(Flow flow, List<PlayerTrack> tracks) {
    this.flow = flow;
    this.tracks =
        tracks.stream()
            .map(track -> new Track(track.ssrc(), new WrittenNumbers()))
            .toArray(Track[]::new);
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
    Track track = track(ssrc);
    if (track == null) {
      if (repairs(ssrc)) {
        write(b, off, flow.send(len + OVERHEAD, nowNanos));
      }
      return true;
    }
    return number(track, b, off, len, nowNanos);
  }

  private boolean number(Track track, byte[] b, int off, int len, long nowNanos) {
    int sequence = Rtp.sequence(b, off);
    int number = track.numbers().of(sequence);
    if (number == WrittenNumbers.FORGOTTEN) {
      return false;
    }
    if (number == WrittenNumbers.NEW) {
      number = flow.send(len + OVERHEAD, nowNanos);
      track.numbers().put(sequence, number);
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

  private Track track(int ssrc) {
    for (Track track : tracks) {
      if (track.ssrc() == ssrc) {
        return track;
      }
    }
    return null;
  }
}
