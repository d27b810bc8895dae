package plenum.engine.session;

import java.util.Arrays;

/**
 * What was written into the last packets of a track: one that is sent again as it was has to have
 * it again. With AES-GCM, another header under the same index would give the key of its
 * authentication away.
 */
final class WrittenNumbers {

  /** The packet is sent for the first time. */
  static final int NEW = -1;

  /** It was sent before, and what it had is not known any more: it must not be sent again. */
  static final int FORGOTTEN = -2;

  /** As many as are kept of a track to be sent again. */
  private static final int KEPT = 1024;

  /** Empty until the first packet: many slots stay empty. */
  private int[] sequences = {};

  private int[] numbers = {};

  /** What the packet with that sequence number has, not negative; else {@link #NEW} or another. */
  int of(int sequence) {
    if (sequences.length == 0) {
      return NEW;
    }
    int slot = sequence & KEPT - 1;
    int last = sequences[slot];
    if (last == sequence) {
      return numbers[slot];
    }
    return last >= 0 && (short) (sequence - last) < 0 ? FORGOTTEN : NEW;
  }

  /** A new packet has that. */
  void put(int sequence, int number) {
    if (sequences.length == 0) {
      sequences = new int[KEPT];
      numbers = new int[KEPT];
      Arrays.fill(sequences, -1);
    }
    int slot = sequence & KEPT - 1;
    sequences[slot] = sequence;
    numbers[slot] = number;
  }
}
