package plenum.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser to test with, in the same places as the build's script that installs one. */
public final class InstalledChromium {

  private static final List<String> NAMES =
      List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");
  private static final List<Path> ELSEWHERE =
      List.of(
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

  private InstalledChromium() {}

  /**
   * The executable named by the system property {@code plenum.test.chromium} or the environment's
   * {@code PLENUM_TEST_CHROMIUM}, else the first Chrome or Chromium found.
   *
   * @throws IllegalStateException if there is none
   */
  public static Path path() {
    return Stream.of(named(), onPath(), playwrights(), ELSEWHERE.stream())
        .flatMap(places -> places)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chrome or Chromium found: install one, or name it in the environment"
                        + " variable PLENUM_TEST_CHROMIUM."));
  }

  private static Stream<Path> named() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("plenum.test.chromium")),
            Optional.ofNullable(System.getenv("PLENUM_TEST_CHROMIUM")))
        .flatMap(Optional::stream)
        .filter(name -> !name.isEmpty())
        .map(Path::of);
  }

  private static Stream<Path> onPath() {
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return NAMES.stream()
        .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)));
  }

  /** The browsers that Playwright has downloaded. */
  private static Stream<Path> playwrights() {
    Path cache =
        Optional.ofNullable(System.getenv("PLAYWRIGHT_BROWSERS_PATH"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache", "ms-playwright"));
    if (!Files.isDirectory(cache)) {
      return Stream.empty();
    }
    try (Stream<Path> found =
        Files.find(
            cache,
            3,
            (path, attributes) -> attributes.isRegularFile() && path.endsWith("chrome"))) {
      return found.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
