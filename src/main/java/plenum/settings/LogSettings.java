package plenum.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/**
 * What is logged, and how.
 *
 * @param json whether each line is a JSON object ({@code plenum.log.format})
 * @param level of Plenum's own words ({@code plenum.log.level}); empty: as the server was started
 * @param serverLevel of the server's ({@code plenum.log.server-level}); the same
 */
public record LogSettings(boolean json, Optional<Level> level, Optional<Level> serverLevel) {

  private static final String STARTED = "as-started";

  private static final List<String> LEVELS = List.of(STARTED, "error", "warning", "info", "debug");

  static LogSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new LogSettings(
        source.oneOf("plenum.log.format", List.of("text", "json")).equals("json"),
        level(source, "plenum.log.level"),
        level(source, "plenum.log.server-level"));
  }

  private static Optional<Level> level(SettingsSource source, String name) {
    String word = source.oneOf(name, LEVELS);
    return switch (word) {
      case STARTED -> Optional.empty();
      case "error" -> Optional.of(Level.SEVERE);
      case "debug" -> Optional.of(Level.FINE);
      default -> Optional.of(Level.parse(word.toUpperCase(Locale.ROOT)));
    };
  }
}
