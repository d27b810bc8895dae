package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a real SRS is reached directly.
 *
 * @param api its HTTP API, as in {@code plenum.media.nodes}
 * @param http its HTTP server, as in {@code plenum.media.srs.http}
 * @param rtmp as in {@code plenum.media.srs.rtmp}
 * @param hookSecret what its hooks bring along
 */
public record SrsAccess(
    URI api, URI http, URI rtmp, String hookSecret, String username, String password) {

  /** Much, for a machine that is busy with tests. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * One that runs already, which {@code -Dsrs.url} names; {@code -Dsrs.hook-secret}, {@code
   * -Dsrs.username}, {@code -Dsrs.password}, {@code -Dsrs.http} and {@code -Dsrs.rtmp} tell the
   * rest. Its hooks must lead to {@link #givenPlenumPort}.
   */
  public static Optional<SrsAccess> given() {
    return property("srs.url")
        .map(
            url ->
                new SrsAccess(
                    URI.create(url),
                    URI.create(property("srs.http").orElse("http://127.0.0.1:8080")),
                    URI.create(property("srs.rtmp").orElse("rtmp://127.0.0.1:1935")),
                    property("srs.hook-secret").orElse(""),
                    property("srs.username").orElse("plenum"),
                    property("srs.password").orElse("")));
  }

  /** Where the hooks of a given SRS lead, {@code -Dsrs.plenum-port}; as in srs-conf otherwise. */
  public static int givenPlenumPort() {
    return property("srs.plenum-port").map(Integer::parseInt).orElse(8090);
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(text -> !text.isBlank());
  }

  /** What Plenum must be told to use it. */
  public Map<String, String> settings() {
    return settings(List.of(this));
  }

  /** What Plenum must be told to use these, which differ in their addresses only. */
  public static Map<String, String> settings(List<SrsAccess> nodes) {
    SrsAccess first = nodes.get(0);
    String apis =
        nodes.stream().map(node -> node.api().toString()).collect(Collectors.joining(","));
    return Map.of(
        "plenum.media.nodes", apis,
        "plenum.media.srs.http", first.http().toString(),
        "plenum.media.srs.rtmp", first.rtmp().toString(),
        "plenum.media.srs.hook-secret", first.hookSecret(),
        "plenum.media.srs.username", first.username(),
        "plenum.media.srs.password", first.password());
  }

  /** GETs from its API. */
  public HttpResponse<String> get(String path) {
    return get(path, username + ":" + password);
  }

  /** GETs from its API with these credentials. */
  public HttpResponse<String> get(String path, String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(bytes);
    return send(request(path).header("Authorization", basic).GET());
  }

  /**
   * POSTs an offer straight to it.
   *
   * @throws UncheckedIOException also when it closes the connection without an answer, as SRS 6
   *     refuses
   */
  public HttpResponse<String> offer(String path, String sdp) {
    return send(
        request(path).header("Content-Type", "application/sdp").POST(BodyPublishers.ofString(sdp)));
  }

  /** Such as {@code 6.0.157}. */
  public String version() {
    return get("/api/v1/versions").body().replaceAll("(?s).*\"version\":\"([^\"]*)\".*", "$1");
  }

  /** Its sessions, as it lists them. */
  public String clients() {
    return get("/api/v1/clients/?count=1000").body();
  }

  /** How many of its sessions publish over WebRTC. */
  public int publishers() {
    return clients().split("rtc-publish", -1).length - 1;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
