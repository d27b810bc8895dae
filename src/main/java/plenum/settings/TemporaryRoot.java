package plenum.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of 170 MB that Payara Micro makes for itself among temporary files where it is told no
 * other, as a site with {@code plenum.jar} never has. It removes it at an orderly end alone.
 */
final class TemporaryRoot {

  private static final Pattern NAME = Pattern.compile("payaramicro-rt\\d+tmp");

  private TemporaryRoot() {}

  /** Removes this process's, if it has one, at an end that Payara Micro does not see. */
  static void remove() {
    Optional.ofNullable(System.getProperty("com.sun.aas.instanceRoot"))
        .map(Path::of)
        .ifPresent(root -> remove(root, Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** Nothing but a folder of that name among temporary files; what cannot be removed stays. */
  static void remove(Path root, Path temporary) {
    try {
      boolean own = NAME.matcher(root.getFileName().toString()).matches();
      if (own && Files.isSameFile(root.toAbsolutePath().getParent(), temporary)) {
        for (Path file : content(root)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException inUse) {
      // As without this.
    }
  }

  /** Each folder after what is in it. */
  private static List<Path> content(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
