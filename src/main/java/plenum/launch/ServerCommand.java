package plenum.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command that runs the server: Java's options can be given to a JVM only when it starts, so
 * {@code plenum.jar} starts another one.
 *
 * @param payara the folder of Payara Micro, unpacked
 * @param application the folder of the application, unpacked
 * @param settings that {@code plenum.jar} was told by its own options
 * @param config the file of settings, if there is one
 * @param profile options of Java for this kind of machine
 * @param more options of Payara Micro
 */
record ServerCommand(
    Path payara,
    Path application,
    Map<String, String> settings,
    Optional<Path> config,
    List<String> profile,
    List<String> more) {

  /** The jar in the folder of Payara Micro whose main class is {@link Server}. */
  static final String JAR = "plenum-server.jar";

  /** The property with the file of settings. */
  static final String CONFIG = "plenum.launch.config";

  /** Java's options that the product has, one a line. */
  private static final String OPTIONS = "payara/java.options";

  ServerCommand {
    settings = Map.copyOf(settings);
    profile = List.copyOf(profile);
    more = List.copyOf(more);
  }

  /**
   * Its words.
   *
   * @param own what this JVM was told, which counts more than what the product tells
   */
  List<String> words(List<String> own) {
    List<String> words = new ArrayList<>();
    words.add(java());
    words.addAll(options());
    words.addAll(profile);
    words.addAll(own);
    ClassArchive archive = ClassArchive.in(payara);
    if (archive.exists() && ClassArchive.isWanted(own)) {
      words.addAll(archive.use());
    }
    settings.forEach((name, value) -> words.add("-D" + name + "=" + value));
    config.ifPresent(file -> words.add("-D" + CONFIG + "=" + file.toAbsolutePath()));
    words.add("-jar");
    words.add(payara.resolve(JAR).toString());
    words.add(application.toString());
    words.addAll(more);
    return words;
  }

  private List<String> options() {
    try (Stream<String> lines = Files.lines(payara.resolve(OPTIONS))) {
      return lines.map(String::strip).filter(line -> line.startsWith("-")).toList();
    } catch (IOException | UncheckedIOException missing) {
      throw new LaunchRefused("Plenum's own files are damaged: %s.".formatted(missing));
    }
  }

  /** The program that runs this JVM. */
  static String java() {
    String name = File.separatorChar == '\\' ? "java.exe" : "java";
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Words for a file that Java reads its arguments from ({@code java @file}). */
  static String quoted(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      String escaped = word.replace("\\", "\\\\").replace("\"", "\\\"");
      text.append('"').append(escaped).append('"').append(System.lineSeparator());
    }
    return text.toString();
  }
}
