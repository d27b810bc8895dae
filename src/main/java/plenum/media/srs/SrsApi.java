package plenum.media.srs;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import plenum.http.JsonText;
import plenum.settings.SrsSettings;

/**
 * One SRS's HTTP API. Thread-safe. Every call has a time limit; queries, which hold tickets, are in
 * no message.
 */
final class SrsApi {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final int CREATED = 201;
  private static final int OK = 200;

  /**
   * An offer's answer.
   *
   * @param location as SRS gave it; to be sent back byte for byte
   */
  record Exchange(String location, String sdp) {}

  private final URI base;
  private final HttpClient http;
  private final Duration patience;
  private final Optional<String> authorization;

  SrsApi(URI base, SrsSettings settings) {
    this.base = base;
    this.patience = settings.requestTimeout();
    this.authorization =
        settings.username().flatMap(name -> settings.password().map(word -> basic(name, word)));
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  URI base() {
    return base;
  }

  /**
   * POSTs an offer; {@code path} and query as SRS wants them.
   *
   * @param from the client's address, which SRS lists and tells its hooks instead of Plenum's
   */
  Exchange offer(String pathAndQuery, String sdp, InetAddress from) throws SrsFailure {
    HttpRequest request =
        request(pathAndQuery, patience)
            .header("Content-Type", "application/sdp")
            .header("X-Forwarded-For", from.getHostAddress().replaceFirst("%.*", ""))
            .POST(BodyPublishers.ofString(sdp))
            .build();
    HttpResponse<String> response = send(request);
    Optional<String> location = response.headers().firstValue("Location");
    if (response.statusCode() != CREATED || location.isEmpty()) {
      throw new SrsFailure(
          SrsFailure.Cause.WRONG,
          "it answered the offer with " + response.statusCode(),
          response.body());
    }
    return new Exchange(location.get(), response.body());
  }

  /** DELETEs a session by its Location. */
  void end(String location) throws SrsFailure {
    send(request(location, SHORT).DELETE().build());
  }

  /** GETs JSON whose {@code code} is 0. */
  JsonObject get(String path) throws SrsFailure {
    return json(send(request(path, SHORT).GET().build()));
  }

  /**
   * DELETEs a client by its id.
   *
   * @return false when SRS does not know it
   */
  boolean kick(String clientId) throws SrsFailure {
    String path = "/api/v1/clients/" + clientId;
    HttpResponse<String> response = send(request(path, SHORT).DELETE().build());
    return object(response).getInt("code", -1) == 0;
  }

  private HttpRequest.Builder request(String pathAndQuery, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(timeout);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) throws SrsFailure {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (HttpConnectTimeoutException e) {
      throw new SrsFailure(SrsFailure.Cause.SILENT, "it does not accept connections");
    } catch (HttpTimeoutException e) {
      throw new SrsFailure(SrsFailure.Cause.SILENT, "it did not answer in time");
    } catch (ConnectException e) {
      throw new SrsFailure(SrsFailure.Cause.REFUSED, "nobody listens at " + base);
    } catch (IOException e) {
      throw new SrsFailure(SrsFailure.Cause.CLOSED, "it closed the connection without an answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SrsFailure(SrsFailure.Cause.SILENT, "Plenum is stopping");
    }
  }

  private static JsonObject json(HttpResponse<String> response) throws SrsFailure {
    JsonObject json = object(response);
    int code = json.getInt("code", -1);
    if (code != 0) {
      throw new SrsFailure(SrsFailure.Cause.WRONG, "it answered with code " + code);
    }
    return json;
  }

  private static JsonObject object(HttpResponse<String> response) throws SrsFailure {
    if (response.statusCode() == 401) {
      throw new SrsFailure(
          SrsFailure.Cause.WRONG,
          "it refused plenum.media.srs.username and plenum.media.srs.password");
    }
    if (response.statusCode() != OK) {
      throw new SrsFailure(SrsFailure.Cause.WRONG, "it answered with " + response.statusCode());
    }
    return JsonText.object(response.body())
        .orElseThrow(
            () -> new SrsFailure(SrsFailure.Cause.WRONG, "its answer is not a JSON object"));
  }

  private static String basic(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
