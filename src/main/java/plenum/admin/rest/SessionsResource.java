package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.admin.MediaSession;
import plenum.admin.Programs;
import plenum.admin.Site;
import plenum.identity.Actor;
import plenum.identity.Scope;

/** The sessions of media, on all nodes. */
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  /** A part of the list. */
  public record SessionList(List<MediaSession> items, Optional<String> next) {}

  @Inject Programs programs;
  @Inject Site site;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context ResourceInfo door;

  /**
   * All of them, by id; waits for nodes elsewhere. Other parameters are filters by column.
   *
   * @param node only those of this one; empty for all
   * @param format of all of them as a file, see {@link ExportFile}; empty for a part
   */
  @GET
  public Response all(
      @QueryParam("node") @DefaultValue("") String node,
      @QueryParam("format") @DefaultValue("") String format,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var columns = new LiveColumns<>(MediaSession.class);
    var filters = KnownParameters.filters(door, uri, columns.names());
    Map<String, String> names = site.streamNames();
    Stream<MediaSession> all =
        site.nodes().nodes().stream()
            .filter(one -> node.isEmpty() || one.name().equals(node))
            .flatMap(
                one -> one.clients().stream().map(client -> MediaSession.of(one, client, names)))
            .filter(columns.filter(filters));
    if (!format.isEmpty()) {
      return new LiveExport<>(columns, all).file("sessions").answer(format, request.getLocale());
    }
    var part = new Paging(limit, after).of(all, MediaSession::id);
    return Response.ok(new SessionList(part.items(), part.next())).build();
  }

  /** Ends one; its page may begin another one. */
  @DELETE
  @Path("{id}")
  public Response end(@PathParam("id") String id) {
    Actor actor = programs.required(request, Scope.ACT);
    site.endSession(actor, id);
    return Response.noContent().build();
  }
}
