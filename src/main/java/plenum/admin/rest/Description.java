package plenum.admin.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import plenum.settings.SiteSettings;

/** The description of these resources (OpenAPI 3.0.3), as the build has it in a file. */
@ApplicationScoped
class Description {

  private static final String FILE = "/META-INF/openapi.json";

  @Inject SiteSettings site;

  /** With the path of this site. It is read anew each time: few ask, and it is large. */
  JsonObject ofThisSite() {
    String root = site.path("/").replaceFirst("/$", "");
    var servers =
        Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("url", root.isEmpty() ? "/" : root));
    return Json.createObjectBuilder(file()).add("servers", servers).build();
  }

  private static JsonObject file() {
    try (InputStream file = Description.class.getResourceAsStream(FILE);
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
