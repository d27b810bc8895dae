package plenum.engine.session;

import java.util.Arrays;
import java.util.List;
import plenum.engine.estimate.Flow;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtp.Rtp;

/**
 * Writes transport-wide sequence numbers into what a player is sent, and notes when it was sent. A
 * packet that is sent again has the number that it had: with AES-GCM, another header under the same
 * index would give the key of its authentication away.
 */
final class TransportNumbers {

  /** As many as are kept of a track to be sent again. */
  private static final int KEPT = 1024;

  /** What a packet has on the link beside RTP: IP, UDP, authentication. */
  private static final int OVERHEAD = 20 + 8 + 16;

  private static final int EXTENSION_BIT = 0x10;

  private final Flow flow;
  private final Track[] tracks;

  private static final class Track {
    final int ssrc;

    /** Empty until the first packet: many slots stay empty. */
    int[] sequences = {};

    short[] numbers = {};

    Track(int ssrc) {
      this.ssrc = ssrc;
    }

    void begin() {
      if (sequences.length == 0) {
        sequences = new int[KEPT];
        numbers = new short[KEPT];
        Arrays.fill(sequences, -1);
      }
    }
  }

  TransportNumbers(Flow flow, List<PlayerTrack> tracks) {
    this.flow = flow;
    this.tracks = tracks.stream().map(track -> new Track(track.ssrc())).toArray(Track[]::new);
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
    Track track = track(Rtp.ssrc(b, off));
    if (track == null || (b[off] & EXTENSION_BIT) == 0) {
      return true;
    }
    track.begin();
    int sequence = Rtp.sequence(b, off);
    int slot = sequence & KEPT - 1;
    int last = track.sequences[slot];
    if (last == sequence) {
      flow.sendAgain(track.numbers[slot] & 0xffff, len + OVERHEAD, nowNanos);
    } else if (last >= 0 && (short) (sequence - last) < 0) {
      return false;
    } else {
      track.sequences[slot] = sequence;
      track.numbers[slot] = (short) flow.send(len + OVERHEAD, nowNanos);
    }
    int number = track.numbers[slot];
    b[off + Rtp.EXTENSION_DATA] = (byte) (number >> 8);
    b[off + Rtp.EXTENSION_DATA + 1] = (byte) number;
    return true;
  }

  private Track track(int ssrc) {
    for (Track track : tracks) {
      if (track.ssrc == ssrc) {
        return track;
      }
    }
    return null;
  }
}
