package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import plenum.http.Responses;
import plenum.media.StreamAction;

/**
 * {@code /rtc/v1/publish/} and {@code /rtc/v1/play/}: SRS's JSON API.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@Path("v1")
@ApplicationScoped
public class JsonResource {

  @Inject JsonDoor door;
  @Inject DoorRequests requests;

  /** Publishes. */
  @POST
  @Path("publish")
  public Response publish(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(door.post(StreamAction.PUBLISH, requests.of(request, body)));
  }

  /** Plays. */
  @POST
  @Path("play")
  public Response play(@Context HttpServletRequest request, InputStream body) {
    return Responses.of(door.post(StreamAction.PLAY, requests.of(request, body)));
  }
}
