package plenum.quality;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import plenum.media.StreamAction;
import plenum.media.node.NodeClient;
import plenum.time.Timers;

/**
 * Looks now and then at how much each publisher has sent to the node, as long as somebody asks for
 * it. Thread-safe.
 */
final class NodeFlows implements Flows {

  /** A part of the time of which pages tell, so that what they measured is met well. */
  private static final int LOOKS = 5;

  /** As many are kept as lie in what a page measures, and some more for one that is late. */
  private static final int KEPT = LOOKS + 3;

  /** When nobody asked for so many looks, nobody looks. */
  private static final int UNASKED = 4 * LOOKS;

  private record Sent(String client, long bytes) {}

  private record Look(long at, Map<String, Sent> publishers) {}

  private final Supplier<List<NodeClient>> clients;
  private final Timers timers;
  private final LongSupplier nanoTime;
  private final Duration period;
  private final Deque<Look> looks = new ArrayDeque<>();
  private boolean looking;
  private int unasked;

  /**
   * @param clients the sessions of the node, which answers at once
   * @param every how long pages measure
   */
  NodeFlows(
      Supplier<List<NodeClient>> clients, Timers timers, LongSupplier nanoTime, Duration every) {
    this.clients = clients;
    this.timers = timers;
    this.nanoTime = nanoTime;
    this.period = every.dividedBy(LOOKS);
  }

  @Override
  public synchronized OptionalInt received(String stream, Duration interval) {
    unasked = 0;
    if (!looking) {
      looking = true;
      timers.after(Duration.ZERO, this::look);
    }
    if (looks.isEmpty()) {
      return OptionalInt.empty();
    }
    Look last = looks.getLast();
    long earliest = last.at() - interval.toNanos() - period.toNanos() / 2;
    return looks.stream()
        .filter(look -> look.at() >= earliest && look != last)
        .findFirst()
        .map(first -> between(first, last, stream))
        .orElse(OptionalInt.empty());
  }

  /** Unknown while another session than at the end publishes it, or none. */
  private static OptionalInt between(Look first, Look last, String stream) {
    Sent before = first.publishers().get(stream);
    Sent after = last.publishers().get(stream);
    if (before == null || after == null || !before.client().equals(after.client())) {
      return OptionalInt.empty();
    }
    double millis = (last.at() - first.at()) / 1e6;
    return OptionalInt.of((int) Math.round((after.bytes() - before.bytes()) * 8 / millis));
  }

  private void look() {
    Map<String, Sent> publishers = new HashMap<>();
    for (NodeClient client : clients.get()) {
      if (client.action() == StreamAction.PUBLISH) {
        publishers.put(client.stream().name(), new Sent(client.id(), client.receivedBytes()));
      }
    }
    add(new Look(nanoTime.getAsLong(), publishers));
  }

  private synchronized void add(Look look) {
    looks.addLast(look);
    if (looks.size() > KEPT) {
      looks.removeFirst();
    }
    looking = ++unasked <= UNASKED;
    if (looking) {
      timers.after(period, this::look);
    } else {
      looks.clear();
    }
  }
}
