package plenum.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Defaults for one kind of machine, chosen by the setting {@code plenum.profile}: a file in {@code
 * plenum/profiles}. What else it says, of Java, is the launcher's.
 *
 * @param settings by name; what a site sets itself counts more
 */
record Profile(Map<String, String> settings) {

  /** Says which one is chosen, if any. */
  static final String SETTING = "plenum.profile";

  private static final String PREFIX = "plenum.";

  Profile {
    settings = Map.copyOf(settings);
  }

  /** The one of this name, if there is one. */
  static Optional<Profile> named(String name) {
    if (!name.matches("[a-z]+")) {
      return Optional.empty();
    }
    String file = "/plenum/profiles/" + name + ".properties";
    try (InputStream text = Profile.class.getResourceAsStream(file)) {
      return text == null ? Optional.empty() : Optional.of(in(text));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static Profile in(InputStream text) throws IOException {
    Properties properties = new Properties();
    properties.load(text);
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return new Profile(settings);
  }

  /**
   * Looks whether there is the one that is chosen.
   *
   * @throws InvalidSetting if not
   */
  static void check(SettingsSource source) {
    source
        .text(SETTING)
        .filter(name -> named(name).isEmpty())
        .ifPresent(
            name -> {
              throw new InvalidSetting(SETTING, name, "small, or not given");
            });
  }
}
