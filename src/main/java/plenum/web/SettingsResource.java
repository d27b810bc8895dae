package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What pages must know of the site before they connect, for those that ask again: mark-up has it
 * with it, see {@link Page#getSettingsElement}.
 */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  private static final int FRESH_SECONDS = 60;

  @Inject SettingsOfPages settings;
  @Context HttpServletRequest request;

  @GET
  public Response settings() {
    CacheControl fresh = new CacheControl();
    fresh.setMaxAge(FRESH_SECONDS);
    fresh.setPrivate(true);
    return Response.ok(settings.of(request)).cacheControl(fresh).build();
  }
}
