package plenum.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import plenum.testing.PlenumServer;

/** A server's doors, by plain HTTP. */
record Door(PlenumServer server) {

  /** An offer of Chromium's to publish sound and picture; nobody connects after the answer. */
  static final String OFFER = resource("/plenum/engine/sdp/chromium-publish.sdp");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static String resource(String name) {
    try (InputStream file = Door.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  HttpResponse<String> offer(String path, String sdp) {
    return send("POST", path, sdp, "Content-Type", "application/sdp");
  }

  HttpResponse<String> delete(String location) {
    return send("DELETE", location, "", "Accept", "*/*");
  }

  /** Asks the management API. */
  JsonObject manage(String method, String path) {
    String both = Target.USERNAME + ":" + Target.PASSWORD;
    String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes());
    return json(send(method, path, "", "Authorization", basic));
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(server.url(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .headers(headers)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }
}
