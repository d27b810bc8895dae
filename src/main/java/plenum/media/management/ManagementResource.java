package plenum.media.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.http.Reader;
import plenum.http.Reply;
import plenum.http.Responses;
import plenum.media.doors.DoorRequests;

/**
 * SRS's management API, {@code /api/v1/...}; all but the version is for its user only.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@Path("")
@ApplicationScoped
public class ManagementResource {

  private ManagementDoor door;
  private Administrators administrators;
  private DoorRequests requests;

  /** For the container's proxy. */
  protected ManagementResource() {}

  @Inject
  ManagementResource(ManagementDoor door, Administrators administrators, DoorRequests requests) {
    this.door = door;
    this.administrators = administrators;
    this.requests = requests;
  }

  @GET
  @Path("versions")
  public Response versions() {
    return Responses.of(door.versions());
  }

  /** The same: SRS looks at no method, and clients of SRS use either. */
  @POST
  @Path("versions")
  public Response versionsPosted() {
    return versions();
  }

  @GET
  @Path("summaries")
  public Response summaries(@Context HttpServletRequest request) {
    return guarded(request, door::summaries);
  }

  @GET
  @Path("streams")
  public Response streams(@Context HttpServletRequest request) {
    return guarded(request, () -> door.streams(DoorRequests.query(request)));
  }

  @GET
  @Path("streams/{id}")
  public Response stream(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guarded(request, () -> door.stream(id));
  }

  @GET
  @Path("clients")
  public Response clients(@Context HttpServletRequest request) {
    return guarded(request, () -> door.clients(DoorRequests.query(request)));
  }

  @GET
  @Path("clients/{id}")
  public Response client(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guarded(request, () -> door.client(id));
  }

  /** Ends a session: the kick. */
  @DELETE
  @Path("clients/{id}")
  public Response kick(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guarded(request, () -> door.kick(id));
  }

  private Response guarded(HttpServletRequest request, Supplier<Reply> answer) {
    return Responses.of(
        administrators
            .refusal(
                Optional.ofNullable(request.getHeader("Authorization")),
                requests.address(request),
                Reader.of(request))
            .orElseGet(answer));
  }
}
