package plenum.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the site was started with: the text of each setting, and where it came from.
 *
 * @param lookup the text of a setting by its name
 * @param properties those of the system by name
 * @param environment variables by name
 * @param ofFile the settings that the launcher has from its file, and made system properties of
 * @param profile the settings of the chosen profile
 * @param declared all settings that there are
 */
record Started(
    Function<String, Optional<String>> lookup,
    Function<String, Optional<String>> properties,
    Function<String, Optional<String>> environment,
    Set<String> ofFile,
    Map<String, String> profile,
    Declarations declared) {

  /** This process. */
  static Started current() {
    // Whichever thread asks: those of the container's listeners see another configuration.
    var config = ConfigProvider.getConfig(Started.class.getClassLoader());
    return new Started(
        name -> config.getOptionalValue(name, String.class),
        name -> Optional.ofNullable(System.getProperty(name)),
        name -> Optional.ofNullable(System.getenv(name)),
        Arrays.stream(System.getProperty(Declarations.OF_FILE, "").split(","))
            .collect(Collectors.toSet()),
        config
            .getOptionalValue(Profile.SETTING, String.class)
            .flatMap(Profile::named)
            .map(Profile::settings)
            .orElse(Map.of()),
        Declarations.own());
  }

  /** Names in this process that no setting has, each in a sentence. */
  static List<String> misspelt() {
    Misspelt misspelt = new Misspelt(Declarations.own());
    List<String> all = new ArrayList<>(misspelt.variables(System.getenv().keySet()));
    all.addAll(
        misspelt.named(
            System.getProperties().stringPropertyNames(), "There is the system property "));
    return all;
  }

  /** The text of a setting; blank is none. */
  Optional<String> text(String name) {
    return lookup.apply(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Where it came from. */
  Origin origin(String name) {
    if (properties.apply(name).isPresent()) {
      return ofFile.contains(name) ? Origin.FILE : Origin.SYSTEM_PROPERTY;
    }
    if (isInEnvironment(name)) {
      return Origin.ENVIRONMENT;
    }
    Optional<String> text = text(name);
    Optional<String> own = Optional.ofNullable(profile.get(name)).map(String::strip);
    if (own.isPresent() && own.equals(text)) {
      return Origin.PROFILE;
    }
    Optional<String> plain = Optional.ofNullable(declared.defaults().getProperty(name));
    return text.equals(plain.filter(value -> !value.isEmpty())) ? Origin.DEFAULT : Origin.FILE;
  }

  private boolean isInEnvironment(String name) {
    return Declarations.variables(name).stream().map(environment).anyMatch(Optional::isPresent);
  }
}
