package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import plenum.admin.NodesPage.NodeView;
import plenum.admin.Programs;
import plenum.admin.Site;
import plenum.identity.Scope;

/** The media nodes. */
@Path("nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NodesResource {

  /** All nodes; {@code received} and {@code sent} are kilobytes of the sessions there are. */
  public record NodeList(List<NodeView> items) {}

  @Inject Programs programs;
  @Inject Site site;
  @Context HttpServletRequest request;

  /** Each node with its state. */
  @GET
  public NodeList all() {
    programs.required(request, Scope.READ);
    return new NodeList(
        site.nodes().nodes().stream()
            .map(node -> NodeView.of(node, site.nodes().isOut(node), node.clients()))
            .toList());
  }
}
