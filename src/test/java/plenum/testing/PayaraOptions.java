package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Payara Micro is told wherever it runs Plenum: {@code payara/micro.options}. */
public final class PayaraOptions {

  /** The boot commands that the options name. */
  public static final Path PREBOOT = Path.of("payara", "preboot.txt");

  private static final Path FILE = Path.of("payara", "micro.options");

  private PayaraOptions() {}

  /**
   * Payara Micro's jar in the folder of the build: the release for this Java, as plenum.jar has.
   */
  public static Path jar(Path target) {
    return jar(target, Runtime.version().feature());
  }

  /** The same for another Java, by its feature release. */
  public static Path jar(Path target, int java) {
    return target.resolve(java < 21 ? "payara-6" : "payara-7").resolve("payara-micro.jar");
  }

  /** The arguments, in their order. */
  public static List<String> micro() {
    try {
      return Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The same with the application at this context root. */
  static List<String> at(String root) {
    return micro().stream().map(option -> option.equals("/") ? root : option).toList();
  }

  /** The same with other boot commands. */
  public static List<String> micro(Path preboot) {
    return micro().stream()
        .map(option -> Path.of(option).equals(PREBOOT) ? preboot.toString() : option)
        .toList();
  }
}
