package plenum.launch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plenum.text.LimitedBody;

/** Whether an SRS answers where the settings say that there is one. */
final class NodeCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  /** Many times what SRS answers. */
  private static final int MOST_BYTES = 4096;

  /** SRS 5 and 6 tell their version by this and two more numbers. */
  private static final String VERSION = "\"major\"";

  private static final String OTHER =
      "What answers at %s (plenum.media.nodes) is no API of SRS: it says %s. SRS has it at port"
          + " 1985, unless its file says otherwise.";

  private NodeCheck() {}

  /** In one sentence, empty if nothing is wrong. A refused password is told by Plenum's log. */
  static String problem(URI node) {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/api/v1/versions")).timeout(PATIENCE).build();
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .sendAsync(request, head -> new LimitedBody(MOST_BYTES, "it says more than an SRS does"))
          .thenApply(answer -> problem(node, answer))
          .get(PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      return silent(node, Optional.ofNullable(failed.getCause().getMessage()).orElse("refused"));
    } catch (TimeoutException unfinished) {
      return silent(node, "its answer does not end");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String problem(URI node, HttpResponse<byte[]> answer) {
    return switch (answer.statusCode()) {
      case UNAUTHORIZED -> "";
      case OK ->
          new String(answer.body(), StandardCharsets.UTF_8).contains(VERSION)
              ? ""
              : OTHER.formatted(node, "no version of SRS");
      default -> OTHER.formatted(node, answer.statusCode());
    };
  }

  private static String silent(URI node, String why) {
    return "The SRS at %s (plenum.media.nodes) does not answer: %s.".formatted(node, why);
  }
}
