package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import plenum.admin.Maintenance;
import plenum.admin.Node;
import plenum.admin.Programs;
import plenum.admin.Sampling;
import plenum.admin.Site;
import plenum.identity.Actor;
import plenum.identity.Scope;
import plenum.media.node.MediaNode;

/** The media nodes. */
@Path("nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NodesResource {

  /** All nodes. */
  public record NodeList(List<Node> items) {}

  @Inject Programs programs;
  @Inject Site site;
  @Inject Maintenance maintenance;
  @Inject Sampling sampling;
  @Context HttpServletRequest request;

  /** Each node with its state; waits for nodes elsewhere. */
  @GET
  public NodeList all() {
    programs.required(request, Scope.READ);
    return new NodeList(site.nodes().nodes().stream().map(this::told).toList());
  }

  private Node told(MediaNode node) {
    return Node.of(node, site.nodes().isOut(node), node.clients());
  }

  /** A node's last hour, every ten seconds. */
  @GET
  @Path("{node}/hour")
  public SampleList hour(@PathParam("node") String node) {
    programs.required(request, Scope.READ);
    return SampleList.of(sampling.hour(known(node)));
  }

  /** Its last day, averages of five minutes. */
  @GET
  @Path("{node}/day")
  public SampleList day(@PathParam("node") String node) {
    programs.required(request, Scope.READ);
    return SampleList.of(sampling.day(known(node)));
  }

  /** The node's rooms move to the others, and it gets nothing new. */
  @PUT
  @Path("{node}/maintenance")
  public Response takeOut(@PathParam("node") String node) {
    Actor actor = mayChange();
    maintenance.takeOut(actor, known(node));
    return Response.noContent().build();
  }

  /** It is chosen as the others are; nothing moves back. */
  @DELETE
  @Path("{node}/maintenance")
  public Response putBack(@PathParam("node") String node) {
    Actor actor = mayChange();
    maintenance.putBack(actor, known(node));
    return Response.noContent().build();
  }

  /** It is a change of a setting that was read. */
  private Actor mayChange() {
    programs.required(request, Scope.SETTINGS);
    return programs.required(request, Scope.READ);
  }

  private String known(String name) {
    return site.nodes().nodes().stream()
        .map(MediaNode::name)
        .filter(name::equals)
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
