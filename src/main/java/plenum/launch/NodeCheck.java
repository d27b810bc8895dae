package plenum.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether an SRS answers where the settings say that there is one. */
final class NodeCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private NodeCheck() {}

  /** In one sentence, empty if nothing is wrong. A refused password is told by Plenum's log. */
  static String problem(URI node) {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/api/v1/versions")).timeout(PATIENCE).build();
    try {
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, HttpResponse.BodyHandlers.discarding());
      return "";
    } catch (IOException silent) {
      return "The SRS at %s (plenum.media.nodes) does not answer: %s."
          .formatted(node, silent.getMessage() == null ? "refused" : silent.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
