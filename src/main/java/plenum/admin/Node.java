package plenum.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;

/**
 * A media node.
 *
 * @param state {@code ready}, {@code maintenance}, {@code starting}, {@code off} or {@code failed}
 * @param detail how it is reached, or why not
 * @param since when it began, by ISO 8601; missing when nobody knows
 * @param sessions of media on it
 * @param streams that somebody publishes there
 * @param receivedBytes by these sessions
 * @param sentBytes by these sessions
 */
public record Node(
    String name,
    String state,
    String detail,
    Optional<String> since,
    int sessions,
    long streams,
    long receivedBytes,
    long sentBytes) {

  /**
   * A node that has these sessions.
   *
   * @param out whether it is out for maintenance
   */
  public static Node of(MediaNode node, boolean out, List<NodeClient> clients) {
    NodeState state = node.state();
    return new Node(
        node.name(),
        word(state, out),
        detail(state),
        since(state),
        clients.size(),
        node.streams().stream().filter(NodeStream::published).count(),
        clients.stream().mapToLong(NodeClient::receivedBytes).sum(),
        clients.stream().mapToLong(NodeClient::sentBytes).sum());
  }

  private static String word(NodeState state, boolean out) {
    if (out) {
      return "maintenance";
    }
    if (state instanceof NodeState.Ready) {
      return "ready";
    }
    if (state instanceof NodeState.Starting) {
      return "starting";
    }
    return state instanceof NodeState.Failed ? "failed" : "off";
  }

  private static Optional<String> since(NodeState state) {
    return state instanceof NodeState.Ready ready
        ? ready.since().map(Instant::toString)
        : Optional.empty();
  }

  private static String detail(NodeState state) {
    return state instanceof NodeState.Ready ready
        ? ready.detail()
        : state instanceof NodeState.Failed failed ? failed.reason() : "";
  }
}
