package plenum.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import plenum.settings.Declarations.Declaration;

/**
 * The settings as they are now: what the site was started with, and what was changed since.
 * Thread-safe; reading waits for nothing.
 */
public final class LiveSettings {

  /** What one feature sees. */
  private static final class View<T> implements Current<T> {
    private final Function<SettingsSource, T> reader;
    private volatile T value;

    private View(Function<SettingsSource, T> reader, SettingsSource source) {
      this.reader = reader;
      this.value = reader.apply(source);
    }

    @Override
    public T now() {
      return value;
    }

    private void read(SettingsSource source) {
      value = reader.apply(source);
    }
  }

  private final Started started;
  private final List<View<?>> views = new ArrayList<>();
  private volatile Map<String, String> changes = Map.of();

  /** Of this process. */
  static LiveSettings current() {
    return new LiveSettings(Started.current());
  }

  LiveSettings(Started started) {
    this.started = started;
  }

  /** What a feature reads of them, anew after each change. */
  public synchronized <T> Current<T> view(Function<SettingsSource, T> reader) {
    View<T> view = new View<>(reader, source());
    views.add(view);
    return view;
  }

  /** As they are now. */
  public SettingsSource source() {
    Map<String, String> now = changes;
    return new SettingsSource(name -> text(name, now));
  }

  private Optional<String> text(String name, Map<String, String> changed) {
    return Optional.ofNullable(changed.get(name)).or(() -> started.text(name));
  }

  /** What was changed, by name. */
  public Map<String, String> changes() {
    return changes;
  }

  /**
   * From now on these count, and no others. One that cannot be used, or that may not be changed
   * while the site runs, does not; nor does one that whoever started the server has fixed.
   *
   * @param wanted the texts of settings by name
   * @return the names of those that do not count
   */
  public synchronized Set<String> apply(Map<String, String> wanted) {
    Map<String, String> usable = new HashMap<>();
    Map<String, String> rest = new TreeMap<>(wanted);
    // One may be usable with another one alone, such as the shorter of two durations.
    boolean more = true;
    while (more) {
      more = rest.entrySet().removeIf(entry -> isTaken(entry, usable));
    }
    changes = Map.copyOf(usable);
    SettingsSource now = source();
    views.forEach(view -> view.read(now));
    return rest.keySet();
  }

  private boolean isTaken(Map.Entry<String, String> one, Map<String, String> usable) {
    if (started.origin(one.getKey()).isFixed()) {
      return false;
    }
    Map<String, String> tried = new HashMap<>(usable);
    tried.put(one.getKey(), one.getValue());
    boolean fine = problem(one.getKey(), tried).isEmpty();
    if (fine) {
      usable.put(one.getKey(), one.getValue());
    }
    return fine;
  }

  /**
   * Why this one could not be used, if all these were changed; empty if it could.
   *
   * @param changed the texts of settings by name
   */
  public Optional<InvalidSetting> problem(String name, Map<String, String> changed) {
    if (!catalog().effect(name).isWhileRunning()) {
      return Optional.of(new InvalidSetting(name, "***", "as it was at the start"));
    }
    try {
      Catalog.require(name, new SettingsSource(setting -> text(setting, changed)));
      return Optional.empty();
    } catch (InvalidSetting unusable) {
      return Optional.of(unusable);
    }
  }

  private Catalog catalog() {
    return Catalog.of(started.declared(), source());
  }

  /** All of them, in the order in which they are declared. */
  public List<Setting> all() {
    Catalog catalog = catalog();
    Map<String, String> now = changes;
    return catalog.all().stream().map(one -> setting(one, catalog, now)).toList();
  }

  private Setting setting(Declaration one, Catalog catalog, Map<String, String> changed) {
    String name = one.name();
    return new Setting(
        name,
        catalog.kind(name),
        catalog.effect(name),
        one.value().filter(text -> !text.isEmpty()),
        text(name, changed),
        changed.containsKey(name) ? Origin.CHANGED : started.origin(name),
        started.text(name));
  }
}
