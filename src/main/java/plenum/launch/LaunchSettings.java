package plenum.launch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import plenum.settings.Declarations;
import plenum.settings.Misspelt;

/**
 * The settings before there is a server, found as it will find them: what was told on the command
 * line, then the environment, then the file of {@code --config}, then the profile, then the
 * defaults.
 *
 * @param told by the command line, such as {@code -Dplenum.rooms.max=7} and {@code --port 8090}
 * @param environment variables such as {@code PLENUM_ROOMS_MAX}
 * @param file what the properties file says
 * @param declared all settings that there are
 */
record LaunchSettings(
    Map<String, String> told,
    Map<String, String> environment,
    Map<String, String> file,
    Declarations declared) {

  /** The setting of the port of http. */
  static final String PORT = "plenum.http.port";

  /** The setting of the data directory. */
  static final String DATA = "plenum.data.dir";

  LaunchSettings {
    told = Map.copyOf(told);
    environment = Map.copyOf(environment);
    file = Map.copyOf(file);
  }

  /** Those of this process, whose system properties are what it was told. */
  static LaunchSettings current(
      Map<String, String> told, Optional<Path> file, Declarations declared) {
    Map<String, String> all = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      all.put(name, System.getProperty(name));
    }
    all.putAll(told);
    return new LaunchSettings(
        all, System.getenv(), file.map(LaunchSettings::read).orElse(Map.of()), declared);
  }

  /** These, with other defaults where the profile has some. */
  LaunchSettings with(Profile profile) {
    return new LaunchSettings(told, environment, file, declared.with(profile.settings()));
  }

  /** The text of a setting. */
  Optional<String> text(String name) {
    return Optional.ofNullable(told.get(name))
        .or(() -> environment(name))
        .or(() -> Optional.ofNullable(file.get(name)))
        .or(() -> Optional.ofNullable(declared.defaults().getProperty(name)));
  }

  /** What the file says and nobody says otherwise. */
  Map<String, String> decidedByFile() {
    Map<String, String> decided = new HashMap<>(file);
    decided.keySet().removeIf(name -> told.containsKey(name) || environment(name).isPresent());
    return decided;
  }

  /** Where rooms, names and the secret are. */
  Path dataDir() {
    return Path.of(text(DATA).orElse("plenum-data"));
  }

  /**
   * The port of http.
   *
   * @throws LaunchRefused if it is none
   */
  int port() {
    String port = text(PORT).orElse("").strip();
    if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535 && !port.matches("0+")) {
      return Integer.parseInt(port);
    }
    throw new LaunchRefused(
        "The setting %s (--port) must be a whole number from 1 to 65535, but it is \"%s\"."
            .formatted(PORT, port));
  }

  /** A name that no setting has, in the file or an option: a typing error is not to go unseen. */
  Optional<String> problem() {
    Misspelt misspelt = new Misspelt(declared);
    return Stream.of(
            misspelt.named(file.keySet(), "The file of --config has "),
            misspelt.named(told.keySet(), "There is the option -D"))
        .flatMap(List::stream)
        .findFirst();
  }

  /**
   * Variables of the environment that do nothing, each in a sentence. They are no reason not to
   * start: others make some up, such as Kubernetes.
   */
  List<String> warnings() {
    return new Misspelt(declared).variables(environment.keySet());
  }

  private Optional<String> environment(String name) {
    return Declarations.variables(name).stream()
        .map(environment::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static LaunchRefused unreadable(Path file, String why) {
    return new LaunchRefused(
        "The file %s of settings (--config) cannot be read: %s.".formatted(file, why));
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try {
      String text = Files.readString(file);
      // Some editors begin a file with a byte order mark, which would be a part of the first name.
      properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (CharacterCodingException other) {
      throw unreadable(file, "it is not in UTF-8");
    } catch (IllegalArgumentException malformed) {
      throw unreadable(file, "one of its \\u is not followed by four digits; write \\\\ for \\");
    } catch (IOException failed) {
      throw unreadable(file, Reason.of(failed));
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }
}
