package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;

/** Headers that the container stumbles over before any resource is asked. */
@Quick
class HeadersIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static HttpResponse<String> send(
      String method, String path, String header, String value) {
    HttpRequest request =
        HttpRequest.newBuilder(PlenumServer.shared().url(path))
            .method(method, HttpRequest.BodyPublishers.ofString(""))
            .header(header, value)
            .build();
    return send(request);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  /** A header that cannot be read, and a request with it. */
  static List<Arguments> unreadable() {
    List<Arguments> all = new ArrayList<>();
    for (String path :
        List.of(
            "POST /rtc/v1/whip/?app=live&stream=x",
            "POST /rtc/v1/whep/",
            "PATCH /rtc/v1/whip/",
            "POST /rtc/v1/play/",
            "POST /rtc/v1/publish/",
            "GET /api/v1/versions",
            "GET /api/v1/clients/",
            "PUT /api/me",
            "GET /api/settings",
            "POST /api/hooks/srs",
            "GET /api/nothing")) {
      for (String type : List.of("nonsense", "/", "a/b/c; ;;=", "text; charset")) {
        all.add(Arguments.of(path, "Content-Type", type));
      }
      for (String accept : List.of(";;;", "a/b;q=x", "text/html;q=2")) {
        all.add(Arguments.of(path, "Accept", accept));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesAHeaderThatCannotBeRead(String request, String header, String value) {
    String[] words = request.split(" ");
    HttpResponse<String> response = send(words[0], words[1], header, value);
    assertEquals(400, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals("malformed-request", json(response).getString("code"));
    assertTrue(json(response).getString("detail").contains(header), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rtc/v1/whip/?app=live&stream=x", "/rtc/v1/play/", "/api/hooks/srs"})
  void refusesContentOfTwoTypes(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(PlenumServer.shared().url(path))
            .POST(HttpRequest.BodyPublishers.ofString(""))
            .header("Content-Type", "application/sdp")
            .header("Content-Type", "application/json")
            .build();
    HttpResponse<String> response = send(request);
    assertEquals(400, response.statusCode(), response.body());
    assertEquals("malformed-request", json(response).getString("code"));
  }

  /** Its content means nothing (RFC 9110 section 9.3.5), but some clients send one. */
  @Test
  void servesADeleteWithContent() {
    HttpRequest request =
        HttpRequest.newBuilder(PlenumServer.shared().url("/rtc/v1/whip/?app=a&stream=b"))
            .method("DELETE", HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> response = send(request);
    assertEquals("malformed-request", json(response).getString("code"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html, image/gif, *; q=.2, */*; q=.2", "*/*", "application/sdp"})
  void readsWhatClientsAccept(String accept) {
    HttpResponse<String> response = send("POST", "/rtc/v1/whip/", "Accept", accept);
    assertEquals("no-ticket", json(response).getString("code"));
  }
}
