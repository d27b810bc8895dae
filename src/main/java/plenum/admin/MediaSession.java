package plenum.admin;

import java.util.Map;
import plenum.media.StreamAction;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.settings.Network;

/**
 * A session of media.
 *
 * @param node on which it is
 * @param stream its place's kind and its name
 * @param of who publishes the stream, and in which room; empty where nobody knows
 * @param action {@code publish} or {@code play}
 * @param since when it began, by ISO 8601
 * @param receivedBytes from it
 * @param sentBytes to it
 */
public record MediaSession(
    String id,
    String node,
    String stream,
    String of,
    String action,
    String address,
    String since,
    long receivedBytes,
    long sentBytes) {

  /**
   * A session of a node.
   *
   * @param names whose each stream is, by the stream's name
   */
  public static MediaSession of(MediaNode node, NodeClient client, Map<String, String> names) {
    return new MediaSession(
        client.id(),
        node.name(),
        client.stream().app() + "/" + client.stream().name(),
        names.getOrDefault(client.stream().name(), ""),
        client.action() == StreamAction.PUBLISH ? "publish" : "play",
        Network.written(client.address()),
        client.since().toString(),
        client.receivedBytes(),
        client.sentBytes());
  }
}
