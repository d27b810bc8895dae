package plenum.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A browser profile without the browser: it keeps the cookies of Plenum. */
public final class Browser {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final PlenumServer server;
  private final Map<String, String> cookies = new LinkedHashMap<>();

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
    return cookies.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", cookies.values()));
  }

  /** Sends another cookie from now on, and none beside it. */
  public void forge(String header) {
    cookies.clear();
    cookies.put("", header);
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

  /** As {@link #put} of JSON, by another method. */
  public HttpResponse<String> json(String method, String path, JsonObject body) {
    return send(
        HttpRequest.newBuilder(server.url(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Sends a request with this browser's cookies, and keeps those that come back. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    cookie().ifPresent(value -> request.header("Cookie", value));
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("set-cookie").forEach(this::keep);
      return response;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void keep(String header) {
    String pair = header.substring(0, header.indexOf(';'));
    String name = pair.substring(0, pair.indexOf('='));
    if (name.startsWith("plenum")) {
      cookies.remove("");
      if (header.contains("Max-Age=0;")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair);
      }
    }
  }
}
