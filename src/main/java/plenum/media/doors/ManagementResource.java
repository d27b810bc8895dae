package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** SRS's management API, but for {@link VersionsResource}. */
@Path("")
@Managed
@ApplicationScoped
public class ManagementResource {

  private ManagementDoor door;

  /** For the container's proxy. */
  protected ManagementResource() {}

  @Inject
  ManagementResource(ManagementDoor door) {
    this.door = door;
  }

  @GET
  @Path("summaries")
  public Response summaries() {
    return Responses.of(door.summaries());
  }

  @GET
  @Path("streams")
  public Response streams(@Context HttpServletRequest request) {
    return Responses.of(door.streams(DoorRequests.query(request)));
  }

  @GET
  @Path("streams/{id}")
  public Response stream(@PathParam("id") String id) {
    return Responses.of(door.stream(id));
  }

  @GET
  @Path("clients")
  public Response clients(@Context HttpServletRequest request) {
    return Responses.of(door.clients(DoorRequests.query(request)));
  }

  @GET
  @Path("clients/{id}")
  public Response client(@PathParam("id") String id) {
    return Responses.of(door.client(id));
  }

  /** Ends a session: the kick. */
  @DELETE
  @Path("clients/{id}")
  public Response kick(@PathParam("id") String id) {
    return Responses.of(door.kick(id));
  }
}
