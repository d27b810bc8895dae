package plenum.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code java -jar plenum.jar} was told.
 *
 * @param act what to do
 * @param values those of options that have one, by the option
 * @param payara what is handed on to Payara Micro, behind {@code --}
 */
record Options(Act act, Map<String, String> values, List<String> payara) {

  /** What to do. */
  enum Act {
    START,
    CHECK,
    HELP,
    MAKE_ADMINISTRATOR,
    VERSION
  }

  static final String PORT = "--port";
  static final String DATA = "--data";
  static final String CONFIG = "--config";
  static final String CACHE = "--cache";
  static final String PROFILE = "--profile";
  static final String MAKE_ADMINISTRATOR = "--make-administrator";

  /** For start scripts: writes the command into a file instead of running it. */
  static final String PREPARE = "--prepare";

  private static final Set<String> WITH_VALUE =
      Set.of(PORT, DATA, CONFIG, CACHE, PROFILE, PREPARE, MAKE_ADMINISTRATOR);
  private static final Map<String, Act> ACTS =
      Map.of(
          "--check", Act.CHECK,
          "--help", Act.HELP,
          "-h", Act.HELP,
          "--version", Act.VERSION);

  Options {
    values = Map.copyOf(values);
    payara = List.copyOf(payara);
  }

  /**
   * Reads {@code --name value} and {@code --name=value}; the last one counts.
   *
   * @throws LaunchRefused for what is no option, or an option without its value
   */
  static Options of(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    int end = all.contains("--") ? all.indexOf("--") : all.size();
    Act act = Act.START;
    Map<String, String> values = new HashMap<>();
    List<String> rest = new ArrayList<>(all.subList(0, end));
    while (!rest.isEmpty()) {
      String word = rest.remove(0);
      String[] option = word.split("=", 2);
      if (ACTS.containsKey(word)) {
        act = ACTS.get(word);
      } else if (WITH_VALUE.contains(option[0])) {
        values.put(option[0], option.length == 2 ? option[1] : next(rest, word));
      } else {
        throw new LaunchRefused(
            "There is no option %s; --help lists those that there are.".formatted(word));
      }
    }
    if (values.containsKey(MAKE_ADMINISTRATOR)) {
      act = Act.MAKE_ADMINISTRATOR;
    }
    return new Options(act, values, all.subList(Math.min(end + 1, all.size()), all.size()));
  }

  private static String next(List<String> rest, String option) {
    if (rest.isEmpty() || rest.get(0).startsWith("--")) {
      throw new LaunchRefused("The option %s needs a value behind it.".formatted(option));
    }
    return rest.remove(0);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** The settings that options are short for. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    value(PORT).ifPresent(port -> settings.put(LaunchSettings.PORT, port));
    value(DATA).ifPresent(data -> settings.put(LaunchSettings.DATA, data));
    value(PROFILE).ifPresent(profile -> settings.put(Profile.SETTING, profile));
    return settings;
  }
}
