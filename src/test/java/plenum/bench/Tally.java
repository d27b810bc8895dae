package plenum.bench;

import java.util.Arrays;

/** What was sent, and what came when. Belongs to the thread of its {@link Crowd}. */
final class Tally {

  private final long[] sentAt;
  private final boolean[] counted;
  private final long[] heardOf;
  private int[] micros = new int[1 << 16];
  private int latencies;
  private boolean counting;
  private long sent;
  private long messages;
  private long changes;
  private long bytes;

  Tally(int people) {
    sentAt = new long[people];
    counted = new boolean[people];
    heardOf = new long[people];
  }

  /** From now on it counts. */
  void begin() {
    latencies = 0;
    sent = 0;
    messages = 0;
    changes = 0;
    bytes = 0;
    counting = true;
  }

  /**
   * No message or byte counts any more; what was sent before and is still under way counts for the
   * latencies.
   */
  void end() {
    counting = false;
  }

  void sent(int person) {
    sentAt[person] = System.nanoTime();
    counted[person] = counting;
    sent += counting ? 1 : 0;
  }

  void received(long count) {
    bytes += counting ? count : 0;
  }

  /** A message with changes came. */
  void message() {
    messages += counting ? 1 : 0;
  }

  /** A change of one person came to another, or to the same one. */
  void change(int receiver, int sender, long now) {
    heardOf[sender] = now;
    changes += counting ? 1 : 0;
    if (receiver == sender || !counted[sender]) {
      return;
    }
    if (latencies == micros.length) {
      micros = Arrays.copyOf(micros, 2 * latencies);
    }
    micros[latencies++] = (int) ((now - sentAt[sender]) / 1000);
  }

  /** When anybody last got a change of the person, by {@link System#nanoTime()}; or 0. */
  long heardOf(int person) {
    return heardOf[person];
  }

  long sent() {
    return sent;
  }

  long messages() {
    return messages;
  }

  long changes() {
    return changes;
  }

  /** Everything that came between {@link #begin()} and {@link #end()}, in bytes. */
  long bytes() {
    return bytes;
  }

  /** From sending to receiving, by everybody but the sender. */
  Latencies latencies() {
    return Latencies.of(Arrays.copyOf(micros, latencies));
  }
}
