package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import plenum.admin.Programs;
import plenum.identity.Scope;
import plenum.settings.SiteSettings;

/** The description of these resources (OpenAPI), for those who may use them. */
@Path("openapi")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DescriptionResource {

  private static final String FILE = "/META-INF/openapi.json";

  @Inject Programs programs;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;

  /** The same as {@code /openapi} tells operators, with the path of this site. */
  @GET
  public JsonObject description() {
    programs.required(request, Scope.READ);
    String root = site.path("/").replaceFirst("/$", "");
    var servers =
        Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("url", root.isEmpty() ? "/" : root));
    return Json.createObjectBuilder(file()).add("servers", servers).build();
  }

  private static JsonObject file() {
    try (InputStream file = DescriptionResource.class.getResourceAsStream(FILE);
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
