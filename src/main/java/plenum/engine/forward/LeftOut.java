package plenum.engine.forward;

/**
 * Frames of one encoding that a player is not sent, so that its numbers have no holes: each is a
 * run of the source's sequence numbers. The last ones are kept; what is older than those is not
 * sent again.
 */
final class LeftOut {

  /** Some ten seconds of every second frame; a power of two. */
  private static final int KEPT = 128;

  private long[] first = {};
  private long[] last = {};
  private int[] timestamps = {};
  private long[] empty = {};
  private int empties;
  private int runs;
  private long packets;
  private long forgottenUntil = Long.MIN_VALUE;

  private static int at(int run) {
    return run & KEPT - 1;
  }

  private int oldest() {
    return Math.max(0, runs - KEPT);
  }

  /**
   * A packet of a frame that is left out, the newest that has come of its source. What is missing
   * between two packets of a frame is of that frame.
   */
  void add(long sequence, int timestamp) {
    int latest = at(runs - 1);
    if (runs > 0 && timestamps[latest] == timestamp) {
      packets += sequence - last[latest];
      last[latest] = sequence;
    } else {
      begin(sequence, timestamp);
    }
  }

  private void begin(long sequence, int timestamp) {
    if (runs == 0) {
      first = new long[KEPT];
      last = new long[KEPT];
      timestamps = new int[KEPT];
    }
    int next = at(runs);
    forgottenUntil = runs >= KEPT ? last[next] : forgottenUntil;
    first[next] = sequence;
    last[next] = sequence;
    timestamps[next] = timestamp;
    packets++;
    runs++;
  }

  /** A packet was sent without its payload, for its number was taken. */
  void empty(long sequence) {
    if (empties == 0) {
      empty = new long[KEPT];
    }
    empty[at(empties++)] = sequence;
  }

  /** Whether a packet was sent without its payload. */
  boolean wentEmpty(long sequence) {
    for (int i = Math.max(0, empties - KEPT); i < empties; i++) {
      if (empty[at(i)] == sequence) {
        return true;
      }
    }
    return false;
  }

  /** Whether the packet is of a frame that is left out, or its numbers are not known any more. */
  boolean has(long sequence) {
    for (int run = runs - 1; run >= oldest(); run--) {
      if (sequence > last[at(run)]) {
        return false;
      }
      if (sequence >= first[at(run)]) {
        return true;
      }
    }
    return sequence <= forgottenUntil;
  }

  /** How many packets are left out before that one. */
  long packetsBefore(long sequence) {
    long before = packets;
    for (int run = runs - 1; run >= oldest() && first[at(run)] >= sequence; run--) {
      before -= last[at(run)] - first[at(run)] + 1;
    }
    return before;
  }

  /** How many frames are left out before that packet. */
  int framesBefore(long sequence) {
    int before = runs;
    while (before > oldest() && first[at(before - 1)] >= sequence) {
      before--;
    }
    return before;
  }

  /**
   * The source's sequence number of a packet that was sent.
   *
   * @param counted its number among those that were not left out
   */
  long source(long counted) {
    long before = packets;
    for (int run = runs - 1; run >= oldest() && counted + before <= last[at(run)]; run--) {
      before -= last[at(run)] - first[at(run)] + 1;
    }
    return counted + before;
  }
}
