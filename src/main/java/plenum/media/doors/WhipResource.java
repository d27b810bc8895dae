package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import plenum.http.Responses;

/**
 * {@code /rtc/v1/whip/}, {@code whep/} and {@code whip-play/}, with and without the last slash.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@Path("v1")
@ApplicationScoped
public class WhipResource {

  private WhipDoor door;
  private DoorRequests requests;

  /** For the container's proxy. */
  protected WhipResource() {}

  @Inject
  WhipResource(WhipDoor door, DoorRequests requests) {
    this.door = door;
    this.requests = requests;
  }

  /** Publishes (RFC 9725), or plays with {@code action=play}. */
  @POST
  @Path("whip")
  public Response whip(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(door.whip(requests.of(request, body)));
  }

  /** Plays. */
  @POST
  @Path("{door: whep|whip-play}")
  public Response whep(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(door.whep(requests.of(request, body)));
  }

  /** Ends what a Location names. */
  @DELETE
  @Path("whip")
  public Response delete(@Context HttpServletRequest request) {
    return Responses.of(door.delete(requests.of(request, InputStream.nullInputStream())));
  }

  /** The same: a Location names {@code whip}, but SRS takes it here too. */
  @DELETE
  @Path("{door: whep|whip-play}")
  public Response deletePlayer(@Context HttpServletRequest request) {
    return delete(request);
  }
}
