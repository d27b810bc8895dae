package plenum.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Payara Micro unpacked ({@code --outputlauncher}) remembers what it deployed, and would deploy it
 * a second time.
 */
final class Unpacked {

  /** What the configuration remembers of it. */
  private static final Pattern REMEMBERED =
      Pattern.compile(
          "(?s)<application-ref\\b[^>]*/>"
              + "|<application-ref\\b[^>]*[^/]>.*?</application-ref>"
              + "|<application\\b[^>]*/>"
              + "|<application\\b[^>]*[^/]>.*?</application>");

  private Unpacked() {}

  /** Does nothing for a packed one. */
  static void forgetDeployments(CommandLine command) {
    Path home =
        Optional.ofNullable(command.program().toAbsolutePath().getParent()).orElse(Path.of("/"));
    Path configuration = home.resolve("config/domain.xml");
    if (!command.program().endsWith("launch-micro.jar") || !Files.exists(configuration)) {
      return;
    }
    try {
      String before = Files.readString(configuration);
      String after = without(before);
      if (!after.equals(before)) {
        Files.writeString(configuration, after);
      }
      for (String folder : List.of("applications", "generated")) {
        delete(home.resolve(folder));
      }
    } catch (IOException failed) {
      throw new LaunchRefused(
          "Payara Micro in %s cannot be made to forget what it deployed: %s."
              .formatted(home, failed));
    }
  }

  static String without(String configuration) {
    return REMEMBERED.matcher(configuration).replaceAll("");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
