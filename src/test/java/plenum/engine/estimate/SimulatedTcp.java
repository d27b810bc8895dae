package plenum.engine.estimate;

import java.util.PriorityQueue;

/** A download beside us: a window that grows by a packet each round trip and halves at a loss. */
final class SimulatedTcp {

  private static final int MTU = 1500;

  private record Ack(long nanos, boolean lost) {}

  private final SimulatedLink network;
  private final PriorityQueue<Ack> acks =
      new PriorityQueue<>((a, b) -> Long.compare(a.nanos, b.nanos));
  private double window = 10;
  private double threshold = 1_000;
  private int inFlight;
  private long halvedNanos;
  private long left;
  long bytes;

  SimulatedTcp(SimulatedLink network) {
    this(network, Long.MAX_VALUE);
  }

  /**
   * @param size in bytes, after which it is over
   */
  SimulatedTcp(SimulatedLink network, long size) {
    this.network = network;
    this.left = size;
  }

  void step(long now) {
    while (!acks.isEmpty() && acks.peek().nanos <= now) {
      acknowledge(acks.poll(), now);
    }
    while (inFlight < (int) window && left > 0) {
      inFlight++;
      left -= MTU;
      long wait = network.waitNanos(now);
      long arrival = network.send(MTU, now);
      boolean lost = arrival == SimulatedLink.LOST;
      long back = (lost ? now + wait + network.delayNanos() : arrival) + network.delayNanos();
      acks.add(new Ack(back, lost));
    }
  }

  private void acknowledge(Ack ack, long now) {
    inFlight--;
    left += ack.lost ? MTU : 0;
    if (!ack.lost) {
      bytes += MTU;
      window += window < threshold ? 1 : 1 / window;
    } else if (now - halvedNanos > 200 * SimulatedLink.MILLI) {
      halvedNanos = now;
      window = Math.max(2, window / 2);
      threshold = window;
    }
  }
}
