package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import plenum.admin.Programs;
import plenum.identity.Scope;

/** The description of these resources (OpenAPI), for those who may use them. */
@Path("openapi")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DescriptionResource {

  @Inject Programs programs;
  @Inject Description description;
  @Context HttpServletRequest request;

  /** The same as {@code /openapi} tells operators. */
  @GET
  public JsonObject description() {
    programs.required(request, Scope.READ);
    return description.ofThisSite();
  }
}
