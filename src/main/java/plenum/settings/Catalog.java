package plenum.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plenum.settings.Declarations.Declaration;
import plenum.settings.SettingsSource.Asked;

/**
 * All settings, with what is known of each: its default from the file of defaults; its kind, its
 * limits, and when another value counts, from the record that reads it.
 *
 * @param declared all of them, in order
 * @param asked by name, what the records ask for
 */
record Catalog(Declarations declared, Map<String, Asked> asked) {

  Catalog {
    asked = Map.copyOf(asked);
  }

  /** With limits as they are for these values; the limit of one setting may be another one. */
  static Catalog of(Declarations declared, SettingsSource source) {
    Map<String, Asked> asked = new HashMap<>();
    Consumer<Asked> listener = one -> asked.put(one.name(), one);
    for (Consumer<SettingsSource> reader : StartCheck.READERS) {
      try {
        reader.accept(source.telling(listener));
      } catch (InvalidSetting unusable) {
        // A file that a setting names may be gone since the start; the rest is known.
      }
    }
    return new Catalog(declared, asked);
  }

  /**
   * Looks whether a value can be used, with those of the settings that are read together with it.
   *
   * @throws InvalidSetting if not
   */
  static void require(String name, SettingsSource source) {
    for (Consumer<SettingsSource> reader : StartCheck.READERS) {
      Set<String> asked = new HashSet<>();
      try {
        reader.accept(source.telling(one -> asked.add(one.name())));
      } catch (InvalidSetting unusable) {
        if (asked.contains(name)) {
          throw unusable;
        }
      }
    }
  }

  List<Declaration> all() {
    return declared.all();
  }

  /** What it is; what nobody asked for may be a secret. */
  Kind kind(String name) {
    return Optional.ofNullable(asked.get(name)).map(Asked::kind).orElse(new Kind.Secret());
  }

  /** When another value counts. */
  Effect effect(String name) {
    return Optional.ofNullable(asked.get(name)).map(Asked::effect).orElse(Effect.RESTART);
  }
}
