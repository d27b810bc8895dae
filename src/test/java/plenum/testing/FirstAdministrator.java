package plenum.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link that a server prints as long as nobody looks after its accounts. */
public final class FirstAdministrator {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("welcome#(administrator\\.[A-Za-z0-9_-]+)");

  private static final int MADE = 204;

  private FirstAdministrator() {}

  /** A browser whose person has used that link. */
  public static Browser arrive(PlenumServer server) {
    Browser browser = new Browser(server);
    JsonObject word =
        Json.createObjectBuilder()
            .add("link", link(server))
            .add("name", "Grace Hopper")
            .add("password", "correct horse battery")
            .build();
    HttpResponse<String> response = browser.json("PUT", "/api/welcome", word);
    if (response.statusCode() != MADE) {
      throw new AssertionError(response + " " + response.body());
    }
    return browser;
  }

  /** What stands behind the number sign. */
  public static String link(PlenumServer server) {
    String output =
        Waiting.until(
            "the first link", PATIENCE, server::output, told -> LINK.matcher(told).find());
    Matcher link = LINK.matcher(output);
    if (!link.find()) {
      throw new AssertionError(output);
    }
    return link.group(1);
  }
}
