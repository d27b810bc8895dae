package plenum.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.RandomText;
import plenum.identity.Scope;
import plenum.records.RecordsRefused;
import plenum.right.Rights;
import plenum.settings.ChangeSettings;
import plenum.settings.InvalidSetting;
import plenum.settings.LiveSettings;
import plenum.settings.Setting;
import plenum.time.Timers;
import plenum.tuning.SettingRefused.Reason;

/** Where administrators see and change settings. Thread-safe; changes wait until they are kept. */
@ApplicationScoped
public class SettingsDesk {

  private static final System.Logger LOG = System.getLogger(SettingsDesk.class.getName());
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final String ACT = "change-setting";

  private LiveSettings live;
  private ChangeSettings site;
  private SettingStore store;
  private Rights rights;
  private AuditTrail trail;
  private Timers timers;
  private Clock clock;
  private Consumer<SettingChanged> changed;
  private Instant last = Instant.EPOCH;

  /** Whether what was changed before counts; that cannot be known while the store is away. */
  private volatile boolean known = true;

  /** For the container's proxy only. */
  protected SettingsDesk() {}

  @Inject
  SettingsDesk(
      LiveSettings live,
      ChangeSettings site,
      SettingStore store,
      Rights rights,
      AuditTrail trail,
      Timers timers,
      Event<SettingChanged> changed) {
    this(live, site, store, rights, trail, timers, Clock.systemUTC(), changed::fire);
  }

  SettingsDesk(
      LiveSettings live,
      ChangeSettings site,
      SettingStore store,
      Rights rights,
      AuditTrail trail,
      Timers timers,
      Clock clock,
      Consumer<SettingChanged> changed) {
    this.live = live;
    this.site = site;
    this.store = store;
    this.rights = rights;
    this.trail = trail;
    this.timers = timers;
    this.clock = clock;
    this.changed = changed;
  }

  /** What was changed before counts from now on, or as soon as the store tells it. */
  public void begin() {
    if (site.permitted()) {
      load();
    }
  }

  private void load() {
    try {
      Set<String> names = apply(store.all());
      known = true;
      names.forEach(name -> changed.accept(new SettingChanged(name)));
    } catch (RuntimeException away) { // Also what the database says in the moment it comes back.
      if (known) {
        LOG.log(Level.WARNING, "What administrators changed of the settings cannot be read yet");
      }
      known = false;
      timers.after(AGAIN, this::load);
    }
  }

  private synchronized Set<String> apply(Map<String, String> kept) {
    Set<String> useless = live.apply(kept);
    if (!useless.isEmpty()) {
      LOG.log(Level.WARNING, "These changed settings do not count: {0}", useless);
    }
    if (!live.changes().isEmpty()) {
      LOG.log(
          Level.INFO, "Administrators have changed these settings: {0}", live.changes().keySet());
    }
    return live.changes().keySet();
  }

  /** Whether what was changed before counts, as it should. */
  public boolean isKnown() {
    return known;
  }

  /** Whether the site lets administrators change anything. */
  public boolean isOpen() {
    return site.permitted();
  }

  /**
   * All settings.
   *
   * @throws RecordsRefused {@code administrators-only}
   */
  public List<Setting> all(Actor actor) {
    require(actor);
    return live.all();
  }

  /**
   * The setting of this name.
   *
   * @throws SettingRefused {@code no-such-setting}
   * @throws RecordsRefused {@code administrators-only}
   */
  public Setting one(Actor actor, String name) {
    require(actor);
    return named(name);
  }

  /**
   * The newest changes, the newest first, without the first {@code from}.
   *
   * @throws RecordsRefused {@code administrators-only}, {@code records-unavailable}
   */
  public List<SettingChange> changes(Actor actor, int from, int most) {
    require(actor);
    return store.newest(from, most);
  }

  /**
   * Changes a setting, at once.
   *
   * @param seen what it was when the actor decided so
   * @param wanted what it is to be; empty: as the site was started
   * @throws SettingRefused if it cannot be changed, or not so
   * @throws RecordsRefused {@code administrators-only}, {@code records-unavailable}
   */
  public void change(Actor actor, String name, Optional<String> seen, Optional<String> wanted) {
    try {
      require(actor, Scope.SETTINGS);
      decide(actor, name, seen, wanted.map(String::strip))
          .ifPresent(
              done -> {
                trail.add(
                    AuditEntry.done(actor, ACT, name).with(done.was() + " -> " + done.became()));
                changed.accept(new SettingChanged(name));
              });
    } catch (SettingRefused refused) {
      trail.add(AuditEntry.refused(actor, ACT, name, refused.code()));
      throw refused;
    }
  }

  /**
   * Undoes a change: the setting is what it was before.
   *
   * @throws SettingRefused also when it was changed again since
   * @throws RecordsRefused {@code administrators-only}, {@code records-unavailable}
   */
  public void undo(Actor actor, String id) {
    require(actor);
    SettingChange one =
        store
            .find(id)
            .orElseThrow(() -> new SettingRefused(Reason.NO_SUCH_CHANGE, "no-such-change"));
    change(actor, one.setting(), Optional.of(one.became()), one.before());
  }

  private synchronized Optional<SettingChange> decide(
      Actor actor, String name, Optional<String> seen, Optional<String> wanted) {
    Setting setting = changeable(name);
    String now = setting.text().orElse("");
    if (!now.equals(seen.orElse(""))) {
      throw new SettingRefused(Reason.SETTING_CHANGED, "setting-changed", now);
    }
    Map<String, String> changes = new HashMap<>(live.changes());
    Optional<String> after = wanted.filter(text -> !setting.unchanged().orElse("").equals(text));
    after.ifPresentOrElse(text -> changes.put(name, text), () -> changes.remove(name));
    if (changes.equals(live.changes())) {
      return Optional.empty();
    }
    Optional<InvalidSetting> problem = live.problem(name, changes);
    if (problem.isPresent()) {
      throw SettingRefused.invalid(setting, after.orElse(now), problem.get());
    }
    SettingChange change =
        new SettingChange(
            RandomText.unguessable(),
            next(),
            actor.person(),
            actor.name(),
            name,
            Optional.ofNullable(live.changes().get(name)),
            after,
            now,
            after.or(setting::unchanged).orElse(""));
    store.put(change);
    live.apply(changes);
    return Optional.of(change);
  }

  private Setting named(String name) {
    return live.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new SettingRefused(Reason.NO_SUCH_SETTING, "no-such-setting"));
  }

  private Setting changeable(String name) {
    Setting setting = named(name);
    if (!site.permitted() || !known) {
      throw new SettingRefused(Reason.SETTING_FIXED, "setting-fixed.site");
    }
    if (!setting.effect().isWhileRunning()) {
      throw new SettingRefused(Reason.SETTING_FIXED, "setting-fixed.restart");
    }
    if (!setting.isChangeable()) {
      throw new SettingRefused(Reason.SETTING_FIXED, "setting-fixed.outside");
    }
    return setting;
  }

  /** Later than all before, so that they have an order. */
  private Instant next() {
    Instant now = clock.instant();
    last = now.isAfter(last.plusMillis(1)) ? now : last.plusMillis(1);
    return last;
  }

  private void require(Actor actor) {
    require(actor, Scope.READ);
  }

  private void require(Actor actor, Scope part) {
    Objects.requireNonNull(actor, "somebody asks");
    if (!rights.mayAdminister(actor, part)) {
      throw RecordsRefused.administratorsOnly();
    }
  }
}
