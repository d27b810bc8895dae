package plenum.testing;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

/** A browser profile without the browser: it keeps the cookie {@code plenum}. */
public final class Browser {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final PlenumServer server;
  private Optional<String> cookie = Optional.empty();

  public Browser(PlenumServer server) {
    this.server = server;
  }

  /** Somebody with a name that nobody else has. */
  public static Browser named(PlenumServer server, String prefix) {
    Browser browser = new Browser(server);
    var response = browser.rename(prefix + " " + UUID.randomUUID().toString().substring(0, 8));
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.body());
    }
    return browser;
  }

  /** The {@code Cookie} header. */
  public Optional<String> cookie() {
    return cookie;
  }

  /** Sends another cookie from now on. */
  public void forge(String header) {
    cookie = Optional.of(header);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.url(path)).GET());
  }

  /** Asks for a display name. */
  public HttpResponse<String> rename(String name) {
    String json = Json.createObjectBuilder().add("name", name).build().toString();
    return put("/api/me", "application/json", json);
  }

  public HttpResponse<String> put(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(server.url(path))
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a request with this browser's cookie, and keeps the one that comes back. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    cookie.ifPresent(value -> request.header("Cookie", value));
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("set-cookie").stream()
          .filter(header -> header.startsWith("plenum="))
          .forEach(header -> cookie = Optional.of(header.substring(0, header.indexOf(';'))));
      return response;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
