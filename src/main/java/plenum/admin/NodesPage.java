package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
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

  private List<Node> views;

  private Map<MediaNode, List<NodeClient>> clients() {
    if (clients == null) {
      clients = new LinkedHashMap<>();
      site.nodes().nodes().forEach(node -> clients.put(node, node.clients()));
    }
    return clients;
  }

  public List<Node> all() {
    if (views == null) {
      views =
          clients().entrySet().stream()
              .map(entry -> view(entry.getKey(), entry.getValue()))
              .toList();
    }
    return views;
  }

  private Node view(MediaNode node, List<NodeClient> itsClients) {
    return Node.of(node, site.nodes().isOut(node), itsClients);
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
  public List<MediaSession> sessions() {
    Map<String, String> names = site.streamNames();
    return clients().entrySet().stream()
        .flatMap(
            node ->
                node.getValue().stream()
                    .map(client -> MediaSession.of(node.getKey(), client, names)))
        .toList();
  }

  /** Ends a session; its page may begin another one. */
  public void end(String session) {
    acts.run(actor -> site.endSession(actor, session), "page.admin.ended");
    clients = null;
    views = null;
  }
}
