package plenum.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What Payara Micro is told.
 *
 * @param program the jar that Java runs
 * @param arguments behind it
 */
record CommandLine(Path program, List<String> arguments) {

  CommandLine {
    arguments = List.copyOf(arguments);
  }

  /** Of this process. Where the system does not tell it, as Java does, which loses quotes. */
  static CommandLine current() {
    List<String> all =
        ProcessHandle.current()
            .info()
            .arguments()
            .map(Arrays::asList)
            .orElseGet(
                () ->
                    Arrays.asList(
                        ("-jar " + System.getProperty("sun.java.command", "")).split(" ")));
    int jar = all.indexOf("-jar");
    return jar < 0 || jar + 1 >= all.size()
        ? new CommandLine(Path.of(""), List.of())
        : new CommandLine(Path.of(all.get(jar + 1)), all.subList(jar + 2, all.size()));
  }

  /** The value of {@code --name value}, the last one if there are several. */
  private Optional<String> value(String... names) {
    for (int i = arguments.size() - 2; i >= 0; i--) {
      String argument = arguments.get(i).toLowerCase(Locale.ROOT);
      if (Arrays.asList(names).contains(argument)) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private boolean has(String name) {
    return arguments.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The application. */
  Optional<Path> deploys() {
    return value("--deploy").map(Path::of);
  }

  /** Ends after its start, without serving anybody. */
  boolean isWarmup() {
    return has("--warmup");
  }

  /** The port of http; empty where Payara Micro chooses one. */
  OptionalInt port() {
    return has("--autobindhttp") ? OptionalInt.empty() : number(value("--port").orElse("8080"));
  }

  /** The port of https, if it is opened. */
  OptionalInt sslPort() {
    return has("--autobindssl") ? OptionalInt.empty() : number(value("--sslport").orElse(""));
  }

  private static OptionalInt number(String text) {
    return text.matches("[0-9]{1,5}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** The system properties of a file that Payara Micro is told to read. */
  Properties systemProperties() {
    Properties properties = new Properties();
    value("--systemproperties").map(Path::of).ifPresent(file -> load(properties, file));
    return properties;
  }

  private static void load(Properties properties, Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new LaunchRefused("The file %s of system properties cannot be read.".formatted(file));
    }
  }
}
