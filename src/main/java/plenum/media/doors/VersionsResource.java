package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /api/v1/versions}: the one part of the management API that is open to everybody. */
@Path("versions")
@ApplicationScoped
public class VersionsResource {

  private ManagementDoor door;

  /** For the container's proxy. */
  protected VersionsResource() {}

  @Inject
  VersionsResource(ManagementDoor door) {
    this.door = door;
  }

  @GET
  public Response versions() {
    return Responses.of(door.versions());
  }
}
