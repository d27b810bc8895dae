package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.media.StreamAction;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;

/** The media nodes, and the sessions on them. */
@Named("nodes")
@RequestScoped
public class NodesPage {

  @Inject Site site;
  @Inject Acts acts;
  @Inject AuditTrail trail;

  private List<NodeView> nodes;
  private List<SessionView> sessions;

  /**
   * A node, as a page shows it.
   *
   * @param state {@code ready}, {@code starting}, {@code off} or {@code failed}
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

    static NodeView of(MediaNode node) {
      List<NodeClient> clients = node.clients();
      return new NodeView(
          node.name(),
          state(node.state()),
          detail(node.state()),
          clients.size(),
          node.streams().stream().filter(NodeStream::published).count(),
          clients.stream().mapToLong(NodeClient::receivedBytes).sum() >> 10,
          clients.stream().mapToLong(NodeClient::sentBytes).sum() >> 10);
    }

    private static String state(NodeState state) {
      return state instanceof NodeState.Ready
          ? "ready"
          : state instanceof NodeState.Starting
              ? "starting"
              : state instanceof NodeState.Failed ? "failed" : "off";
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
   * @param action {@code publish} or {@code play}
   * @param received kilobytes
   * @param sent kilobytes
   */
  public record SessionView(
      String id,
      String stream,
      String action,
      String address,
      Instant since,
      long received,
      long sent) {

    static SessionView of(NodeClient client) {
      return new SessionView(
          client.id(),
          client.stream().app() + "/" + client.stream().name(),
          client.action() == StreamAction.PUBLISH ? "publish" : "play",
          client.address().getHostAddress(),
          client.since(),
          client.receivedBytes() >> 10,
          client.sentBytes() >> 10);
    }
  }

  public List<NodeView> all() {
    if (nodes == null) {
      nodes = site.nodes().nodes().stream().map(NodeView::of).toList();
    }
    return nodes;
  }

  /** On all nodes. */
  public List<SessionView> sessions() {
    if (sessions == null) {
      sessions = site.sessions().stream().map(SessionView::of).toList();
    }
    return sessions;
  }

  /** Ends a session; its page may begin another one. */
  public void end(String session) {
    acts.run(
        actor -> {
          site.nodes().kick(session);
          trail.add(AuditEntry.done(actor, "end-session", session));
        },
        "page.admin.ended");
    nodes = null;
    sessions = null;
  }
}
