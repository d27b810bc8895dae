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

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private static final String OTHER =
      "What answers at %s (plenum.media.nodes) is no API of SRS: it says %d. SRS has it at port 1985,"
          + " unless its file says otherwise.";

  private NodeCheck() {}

  /** In one sentence, empty if nothing is wrong. A refused password is told by Plenum's log. */
  static String problem(URI node) {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/api/v1/versions")).timeout(PATIENCE).build();
    try {
      int status =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status == OK || status == UNAUTHORIZED ? "" : OTHER.formatted(node, status);
    } catch (IOException silent) {
      return "The SRS at %s (plenum.media.nodes) does not answer: %s."
          .formatted(node, silent.getMessage() == null ? "refused" : silent.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
