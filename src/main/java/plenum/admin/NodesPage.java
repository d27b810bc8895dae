package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.media.StreamAction;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;
import plenum.settings.Network;
import plenum.web.Page;

/** The media nodes, and the sessions on them. */
@Named("nodes")
@RequestScoped
public class NodesPage {

  @Inject Site site;
  @Inject Acts acts;
  @Inject Maintenance maintenance;
  @Inject Sampling sampling;
  @Inject Page page;

  /** What each node said, which is asked once for a page. */
  private Map<MediaNode, List<NodeClient>> clients;

  private List<NodeView> views;

  /**
   * A node, as a page shows it.
   *
   * @param state {@code ready}, {@code maintenance}, {@code starting}, {@code off} or {@code
   *     failed}
   * @param detail how it is reached, or why not
   */
  public record NodeView(
      String name,
      String state,
      String detail,
      int sessions,
      long streams,
      long received,
      long sent) {

    /**
     * A node that has these sessions.
     *
     * @param out whether it is out for maintenance
     */
    public static NodeView of(MediaNode node, boolean out, List<NodeClient> clients) {
      NodeState state = node.state();
      return new NodeView(
          node.name(),
          word(state, out),
          detail(state),
          clients.size(),
          node.streams().stream().filter(NodeStream::published).count(),
          clients.stream().mapToLong(NodeClient::receivedBytes).sum() >> 10,
          clients.stream().mapToLong(NodeClient::sentBytes).sum() >> 10);
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

    private static String detail(NodeState state) {
      return state instanceof NodeState.Ready ready
          ? ready.detail()
          : state instanceof NodeState.Failed failed ? failed.reason() : "";
    }
  }

  /**
   * A session of media, as a page shows it.
   *
   * @param of who publishes the stream, and in which room; empty where nobody knows
   * @param action {@code publish} or {@code play}
   * @param received kilobytes
   * @param sent kilobytes
   */
  public record SessionView(
      String id,
      String stream,
      String of,
      String action,
      String address,
      Instant since,
      long received,
      long sent) {

    static SessionView of(NodeClient client, Map<String, String> names) {
      return new SessionView(
          client.id(),
          client.stream().app() + "/" + client.stream().name(),
          names.getOrDefault(client.stream().name(), ""),
          client.action() == StreamAction.PUBLISH ? "publish" : "play",
          Network.written(client.address()),
          client.since(),
          client.receivedBytes() >> 10,
          client.sentBytes() >> 10);
    }
  }

  private Map<MediaNode, List<NodeClient>> clients() {
    if (clients == null) {
      clients = new LinkedHashMap<>();
      site.nodes().nodes().forEach(node -> clients.put(node, node.clients()));
    }
    return clients;
  }

  public List<NodeView> all() {
    if (views == null) {
      views =
          clients().entrySet().stream()
              .map(entry -> view(entry.getKey(), entry.getValue()))
              .toList();
    }
    return views;
  }

  private NodeView view(MediaNode node, List<NodeClient> itsClients) {
    return NodeView.of(node, site.nodes().isOut(node), itsClients);
  }

  /** Its last day as the chart component takes it. */
  public String dayChart(String node) {
    return new LineChart(page.getText()).ofNode(sampling.history(node).day());
  }

  /** Whether something was counted in its last day that can be drawn. */
  public boolean dayKnown(String node) {
    return sampling.history(node).day().size() > 1;
  }

  /** Whether the rooms of one could move to another. */
  public boolean isSeveral() {
    return site.nodes().nodes().size() > 1;
  }

  /** Its rooms move to the others. */
  public void takeOut(String node) {
    acts.run(actor -> maintenance.takeOut(actor, node), "page.admin.node.takenOut");
    views = null;
  }

  /** It is chosen as the others are. */
  public void putBack(String node) {
    acts.run(actor -> maintenance.putBack(actor, node), "page.admin.node.isBack");
    views = null;
  }

  /** On all nodes. */
  public List<SessionView> sessions() {
    Map<String, String> names = site.streamNames();
    return clients().values().stream()
        .flatMap(List::stream)
        .map(client -> SessionView.of(client, names))
        .toList();
  }

  /** Ends a session; its page may begin another one. */
  public void end(String session) {
    acts.run(actor -> site.endSession(actor, session), "page.admin.ended");
    clients = null;
    views = null;
  }
}
