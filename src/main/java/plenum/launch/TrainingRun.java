package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The end of a server that runs only so that its classes are archived. */
final class TrainingRun {

  /** Says that this is one, and with which boot commands. */
  static final String PROPERTY = "plenum.launch.training";

  /** What the first visitors will ask for. */
  private static final List<String> PATHS =
      List.of("/health/ready", "/", "/rooms", "/people", "/desktops", "/api/settings");

  private static final int ROUNDS = 3;
  private static final int PATIENCE_MILLIS = 20_000;

  private TrainingRun() {}

  static boolean isThis() {
    return preboot().isPresent();
  }

  /** Its boot commands. */
  static Optional<Path> preboot() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }

  /** Asks for pages, and ends this process; Java writes the archive then. */
  static void finish(int port) {
    for (int round = 0; round < ROUNDS; round++) {
      PATHS.forEach(path -> ask(port, path));
    }
    System.exit(0);
  }

  private static void ask(int port, String path) {
    try {
      var connection =
          (HttpURLConnection) new URL("http://127.0.0.1:" + port + path).openConnection();
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("Accept", "text/html,*/*");
      try (InputStream answer = connection.getInputStream()) {
        answer.readAllBytes();
      }
    } catch (IOException unanswered) {
      System.err.println(path + ": " + unanswered);
    }
  }
}
