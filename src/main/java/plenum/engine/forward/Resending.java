package plenum.engine.forward;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What one track's player is sent a second time: packets that it missed, and any of the last ones
 * where a probe needs something to send.
 */
final class Resending {

  /** Probes go through so many of the last packets; a power of two. */
  private static final int RECENT = 32;

  private final int ssrc;
  private final Legs legs;
  private final Timeline timeline;
  private RetransmissionBudget budget;

  /** Null where packets are sent again as they were. */
  private Repairs repairs;

  private int probed;

  /**
   * @param ssrc what the player knows the track by
   * @param legs what it is sent
   * @param timeline with which numbers
   */
  Resending(int ssrc, Legs legs, Timeline timeline) {
    this.ssrc = ssrc;
    this.legs = legs;
    this.timeline = timeline;
  }

  /** From now on they are those of another source: see {@link PlayerTrack#repairAs}. */
  void repairAs(int source, IntUnaryOperator types) {
    repairs = new Repairs(source, types);
  }

  /** As which source packets are sent again, 0 if not as one of their own. */
  int repairSsrc() {
    return repairs == null ? 0 : repairs.ssrc();
  }

  /**
   * Sends packets again that the player missed, as far as they are kept and its budget allows. What
   * has not left yet is not missed, and its number may still become another packet's.
   *
   * @return the bytes sent
   */
  int retransmit(List<Integer> sequences, int extension, long nowNanos, PlayerOutput output) {
    budget = budget == null ? new RetransmissionBudget(nowNanos) : budget;
    int bytes = 0;
    for (int sequence : sequences) {
      long number = timeline.extended(sequence);
      Leg of = legs.of(number);
      int slot = of == null || number > timeline.left() ? PacketCache.NONE : of.find(number);
      int length = slot == PacketCache.NONE ? 0 : of.source().cache().length(slot);
      if (length > 0 && repeats(sequence, length, nowNanos, output)) {
        output.leaves(length, nowNanos);
        send(of, slot, extension, output);
        bytes += length;
      }
    }
    return bytes;
  }

  private boolean repeats(int sequence, int length, long nowNanos, PlayerOutput output) {
    return !budget.isOnItsWay(sequence, output.roundTripNanos(), nowNanos)
        && output.repeats(length, nowNanos)
        && budget.take(sequence, nowNanos);
  }

  private void send(Leg of, int slot, int extension, PlayerOutput output) {
    if (repairs != null && repairs.repair(of.type(slot))) {
      of.sendAgain(slot, ssrc, 0, repairs.towards(extension, output));
    } else {
      of.sendAgain(slot, ssrc, extension, output);
    }
  }

  /**
   * Sends something of which the player has no need: one of the last packets, or nothing but
   * padding.
   *
   * @param bytes as many are wanted
   * @return false where that cannot be done, for packets are sent again as they were
   */
  boolean pad(int bytes, int extension, PlayerOutput output) {
    if (repairs == null) {
      return false;
    }
    for (int tries = 0; tries < RECENT; tries++) {
      long number = timeline.left() - (probed++ & RECENT - 1);
      Leg of = legs.of(number);
      int slot = of == null ? PacketCache.NONE : of.find(number);
      if (slot != PacketCache.NONE && suits(of, slot, bytes)) {
        of.sendAgain(slot, ssrc, 0, repairs.towards(extension, output));
        return true;
      }
    }
    repairs.pad(bytes, timeline.lastTimestamp(), extension, output);
    return true;
  }

  private boolean suits(Leg of, int slot, int bytes) {
    int length = of.source().cache().length(slot);
    return length <= bytes && 2 * length >= bytes && repairs.repair(of.type(slot));
  }
}
