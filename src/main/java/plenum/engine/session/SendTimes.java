package plenum.engine.session;

import java.util.List;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtp.Rtp;

/**
 * Writes into what a player is sent when it leaves (the header extension abs-send-time): seconds of
 * any clock in 24 bits, 18 of them behind the point. From that the player finds out what its link
 * carries, and tells it.
 */
final class SendTimes {

  private static final int EXTENSION_BIT = 0x10;

  /** The length of three bytes in an element of one byte's header (RFC 8285 section 4.2). */
  private static final int LENGTH = 2;

  private static final long SECOND = 1_000_000_000;
  private static final int FRACTION_BITS = 18;
  private static final int MASK = 0xffffff;

  private final int[] ssrcs;
  private final WrittenNumbers[] written;

  SendTimes(List<PlayerTrack> tracks) {
    List<PlayerTrack> timed = tracks.stream().filter(PlayerTrack::timed).toList();
    ssrcs = timed.stream().mapToInt(PlayerTrack::ssrc).toArray();
    written = timed.stream().map(track -> new WrittenNumbers()).toArray(WrittenNumbers[]::new);
  }

  /**
   * Writes it into a packet that is sent now.
   *
   * @return false when it must not be sent, for it was before and its time is not known any more
   */
  boolean write(byte[] b, int off, long nowNanos) {
    if ((b[off] & EXTENSION_BIT) == 0) {
      return true;
    }
    WrittenNumbers before = of(Rtp.ssrc(b, off));
    int time = before == null ? time(nowNanos) : time(before, Rtp.sequence(b, off), nowNanos);
    if (time == WrittenNumbers.FORGOTTEN) {
      return false;
    }
    put(b, off + Rtp.EXTENSION_DATA, time);
    return true;
  }

  private static int time(WrittenNumbers before, int sequence, long nowNanos) {
    int had = before.of(sequence);
    if (had == WrittenNumbers.NEW) {
      had = time(nowNanos);
      before.put(sequence, had);
    }
    return had;
  }

  private static int time(long nanos) {
    long seconds = Math.floorDiv(nanos, SECOND) << FRACTION_BITS;
    return (int) (seconds + (Math.floorMod(nanos, SECOND) << FRACTION_BITS) / SECOND) & MASK;
  }

  private static void put(byte[] b, int at, int time) {
    b[at - 1] = (byte) (b[at - 1] & 0xf0 | LENGTH);
    b[at] = (byte) (time >> 16);
    b[at + 1] = (byte) (time >> 8);
    b[at + 2] = (byte) time;
  }

  /** Null for a source of which each packet is a new one: of repairs. */
  private WrittenNumbers of(int ssrc) {
    for (int i = 0; i < ssrcs.length; i++) {
      if (ssrcs[i] == ssrc) {
        return written[i];
      }
    }
    return null;
  }
}
