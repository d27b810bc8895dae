package plenum.media.viewing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import plenum.text.LimitedBody;

/** Fetches from nodes' HTTP servers, without a thread that waits. */
public final class NodeHttp {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Of a play list. */
  private static final int MOST_BYTES = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Begins to fetch; the bytes come as they are asked for. */
  CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> stream(URI uri) {
    return http.sendAsync(request(uri), BodyHandlers.ofPublisher());
  }

  /** Fetches a short text; fails when it is not short. */
  CompletableFuture<HttpResponse<String>> text(URI uri) {
    return http.sendAsync(request(uri), info -> limited());
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build();
  }

  private static BodySubscriber<String> limited() {
    return BodySubscribers.mapping(
        new LimitedBody(MOST_BYTES, "longer than a play list can be"),
        bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
