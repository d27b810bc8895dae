package plenum.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Waits for a server's {@code /health/ready}; where it does not come, tells what is known of it.
 */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int LAST_LINES = 20;

  private final PlenumServer server;
  private final HttpRequest question;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String lastAnswer = "none";

  Readiness(PlenumServer server) {
    this.server = server;
    this.question =
        HttpRequest.newBuilder(server.url("/health/ready")).timeout(Duration.ofSeconds(5)).build();
  }

  /**
   * Returns when the server is ready.
   *
   * @throws IllegalStateException if it ended, or is not ready in time
   */
  void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (!server.isAlive() || server.output().contains("Exception while loading the app")) {
        throw new IllegalStateException("The application did not start; see " + server.log());
      }
      if (isReady()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException(
        "The server was not ready in time. Its last answer: %s%nThe end of %s:%n%s%nIts threads:%n%s"
            .formatted(lastAnswer, server.log(), lastLines(), threads()));
  }

  /** Payara answers before the application is there, without its check. */
  private boolean isReady() {
    try {
      var response = client.send(question, HttpResponse.BodyHandlers.ofString());
      lastAnswer = response.statusCode() + " " + response.body();
      return response.statusCode() == 200 && response.body().contains("plenum");
    } catch (IOException notYet) {
      lastAnswer = notYet.toString();
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private String lastLines() {
    String[] lines = server.output().split("\n");
    return Arrays.stream(lines)
        .skip(Math.max(0, lines.length - LAST_LINES))
        .collect(Collectors.joining("\n"));
  }

  /** Where the threads are that start the application, or run its code. */
  private String threads() {
    try {
      Process jstack =
          new ProcessBuilder("jstack", Long.toString(server.pid()))
              .redirectErrorStream(true)
              .start();
      String all = new String(jstack.getInputStream().readAllBytes());
      return Arrays.stream(all.split("\n\n"))
          .filter(thread -> thread.startsWith("\"main\"") || thread.contains("at plenum."))
          .collect(Collectors.joining("\n\n"));
    } catch (IOException unknown) {
      return unknown.toString();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
