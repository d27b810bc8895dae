package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import plenum.admin.Administrator;
import plenum.admin.check.LoopDesk;
import plenum.media.srs.HookDoor;

/** What the page of the self-check asks for. */
@Path("check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CheckResource {

  @Inject Administrator administrator;
  @Inject LoopDesk loops;
  @Inject HookDoor hooks;
  @Context HttpServletRequest request;

  /**
   * What a page compares with what it sees.
   *
   * @param now the server's clock, in milliseconds since 1970
   * @param hooks how many SRS has called since the start
   */
  public record Moment(long now, long hooks) {}

  /** The server's clock, and how often SRS asked it. */
  @GET
  public Response clock() {
    administrator.required(request);
    return fresh(new Moment(System.currentTimeMillis(), hooks.told()));
  }

  /** A stream to send to the media node and back. */
  @POST
  public Response loop() {
    return fresh(loops.open(administrator.required(request)));
  }

  private static Response fresh(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
