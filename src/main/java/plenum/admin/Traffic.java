package plenum.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import plenum.media.node.NodeClient;

/** How fast bytes flow, from the counters of the sessions that there are at two moments. */
final class Traffic {

  private Map<String, NodeClient> before = Map.of();
  private long beforeNanos;

  /** Kilobits per second from publishers, and to players. */
  record Rate(double received, double sent) {}

  /** Since the last time that it was asked; nothing at the first time. */
  Rate since(List<NodeClient> clients, long nanos) {
    double millis = (nanos - beforeNanos) / 1e6;
    Rate rate =
        before.isEmpty() || millis <= 0
            ? new Rate(0, 0)
            : new Rate(
                8 * grown(clients, NodeClient::receivedBytes) / millis,
                8 * grown(clients, NodeClient::sentBytes) / millis);
    Map<String, NodeClient> now = new HashMap<>();
    clients.forEach(client -> now.put(client.id(), client));
    before = now;
    beforeNanos = nanos;
    return rate;
  }

  private long grown(List<NodeClient> clients, ToLongFunction<NodeClient> bytes) {
    return clients.stream()
        .filter(client -> before.containsKey(client.id()))
        .mapToLong(
            client ->
                Math.max(0, bytes.applyAsLong(client) - bytes.applyAsLong(before.get(client.id()))))
        .sum();
  }
}
