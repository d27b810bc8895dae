package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
  private IceDoor ice;
  private DoorRequests requests;

  /** For the container's proxy. */
  protected WhipResource() {}

  @Inject
  WhipResource(WhipDoor door, IceDoor ice, DoorRequests requests) {
    this.door = door;
    this.ice = ice;
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

  /** Receives many streams over one connection. */
  @POST
  @Path("receive")
  public Response receive(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(door.receive(requests.of(request, body)));
  }

  /** Trickle ICE and ICE restarts of what a Location names. */
  @PATCH
  @Path("whip")
  public Response patch(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(
        ice.patch(
            requests.of(request, body),
            Optional.ofNullable(request.getContentType()),
            ifMatch(request)));
  }

  /** The same: by a path of its own, so that each says in {@code Allow} that it is served. */
  @PATCH
  @Path("{door: whep|whip-play}")
  public Response patchPlayer(@Context HttpServletRequest request, InputStream body) {
    return patch(request, body);
  }

  private static Optional<String> ifMatch(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("If-Match"));
    return headers.isEmpty() ? Optional.empty() : Optional.of(String.join(",", headers));
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
