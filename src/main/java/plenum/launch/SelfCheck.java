package plenum.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code --check}: everything that would keep Plenum from starting, as far as it can be known.
 *
 * @param application whose settings they are
 * @param driver of the database, asked for where the settings name one
 */
record SelfCheck(
    Application application, LaunchSettings settings, Cache cache, Supplier<URL> driver) {

  private static final String DATABASE = "plenum.store.url";

  /** Prints a line for everything that was looked at; 0 if all is fine, otherwise 78. */
  int run(PrintStream out) {
    Map<String, String> found = leavingNothing();
    found.forEach(
        (what, problem) -> out.println(what + ": " + (problem.isEmpty() ? "fine" : problem)));
    settings.warnings().forEach(warning -> out.println("environment: " + warning));
    boolean fine = found.values().stream().allMatch(String::isEmpty);
    out.println(fine ? "Plenum can start." : "Plenum cannot start.");
    return fine ? 0 : Main.EXIT;
  }

  private Map<String, String> leavingNothing() {
    List<Path> missing = missing();
    try {
      return findings();
    } finally {
      missing.forEach(SelfCheck::remove);
    }
  }

  /**
   * Of the data directory and those above it; the lowest first. A link is there, also where what it
   * leads to is not, as before a disk is mounted.
   */
  private List<Path> missing() {
    return Stream.iterate(settings.dataDir().toAbsolutePath(), up -> up != null, Path::getParent)
        .takeWhile(path -> Files.notExists(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** Made by the look whether it can be; the server's user would find it to be somebody else's. */
  private static void remove(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException used) {
      // Somebody has put something there meanwhile.
      return;
    }
  }

  private Map<String, String> findings() {
    Map<String, String> found = new LinkedHashMap<>(application.check(settings, libraries()));
    settings.problem().ifPresent(problem -> found.put("settings", problem));
    found.put("directory to unpack into, " + cache.folder(), unwritable(cache.folder()));
    found.put("http at TCP port " + settings.text(LaunchSettings.PORT).orElse(""), port());
    return found;
  }

  private List<URL> libraries() {
    boolean named = settings.text(DATABASE).filter(url -> !url.isBlank()).isPresent();
    return named ? List.of(driver.get()) : List.of();
  }

  private String port() {
    try {
      return Ports.problem(settings.port(), Options.PORT).orElse("");
    } catch (LaunchRefused refused) {
      return refused.getMessage();
    }
  }

  /** The first one above that is there decides. */
  private static String unwritable(Path folder) {
    Optional<Path> there =
        Stream.iterate(folder, path -> path != null, Path::getParent)
            .filter(Files::exists)
            .findFirst();
    return there.filter(path -> Files.isDirectory(path) && isWritable(path)).isPresent()
        ? ""
        : "It must be a directory that can be written (--cache).";
  }

  /** Tried, since the superuser may write everywhere but where the disk is read-only. */
  private static boolean isWritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".plenum-", ""));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
