package plenum.media.management;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.time.Stopwatch;

/**
 * Each session's bit rate over the last 30 seconds, from byte counts taken every ten. As with SRS
 * it is 0 until the session is that old.
 */
public final class ByteRates {

  /** From one count to the next. */
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final int KEPT = 4;

  /** Kilobits per second, from the session and to it. */
  record Kbps(long received, long sent) {
    Kbps plus(Kbps other) {
      return new Kbps(received + other.received, sent + other.sent);
    }
  }

  private record Counts(Stopwatch since, Map<String, NodeClient> clients) {}

  private final Deque<Counts> counts = new ArrayDeque<>();
  private final MediaNode node;
  private final LongSupplier nanoTime;

  ByteRates(MediaNode node, LongSupplier nanoTime) {
    this.node = node;
    this.nanoTime = nanoTime;
  }

  /** To be called every {@link #INTERVAL}. */
  void count() {
    Map<String, NodeClient> clients =
        node.clients().stream()
            .collect(Collectors.toMap(NodeClient::id, Function.identity(), (a, b) -> b));
    synchronized (counts) {
      counts.addLast(new Counts(Stopwatch.start(nanoTime), clients));
      if (counts.size() > KEPT) {
        counts.removeFirst();
      }
    }
  }

  Kbps of(List<NodeClient> clients) {
    return clients.stream().map(this::of).reduce(new Kbps(0, 0), Kbps::plus);
  }

  private Kbps of(NodeClient now) {
    Counts first;
    synchronized (counts) {
      if (counts.size() < KEPT) {
        return new Kbps(0, 0);
      }
      first = counts.getFirst();
    }
    NodeClient then = first.clients().get(now.id());
    long millis = first.since().passed().toMillis();
    if (then == null || millis <= 0) {
      return new Kbps(0, 0);
    }
    return new Kbps(
        8 * (now.receivedBytes() - then.receivedBytes()) / millis,
        8 * (now.sentBytes() - then.sentBytes()) / millis);
  }
}
