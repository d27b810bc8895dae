package plenum.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.records.RecordsRefused;
import plenum.right.Rights;
import plenum.settings.ChangeSettings;
import plenum.settings.Current;
import plenum.settings.LiveSettings;
import plenum.settings.LiveSettingsTest;
import plenum.settings.RoomSettings;
import plenum.settings.Setting;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Settings that administrators change, without a database. */
class SettingsDeskTest {

  private static final String MEMBERS = "plenum.rooms.members";

  /** Keeps changes in memory; may be away. */
  private static final class Memory implements SettingStore {
    private final Map<String, String> counting = new HashMap<>();
    private final List<SettingChange> changes = new ArrayList<>();
    private boolean away;

    private void look() {
      if (away) {
        throw RecordsRefused.unavailable();
      }
    }

    @Override
    public Map<String, String> all() {
      look();
      return Map.copyOf(counting);
    }

    @Override
    public void put(SettingChange change) {
      look();
      changes.add(0, change);
      change
          .after()
          .ifPresentOrElse(
              text -> counting.put(change.setting(), text),
              () -> counting.remove(change.setting()));
    }

    @Override
    public List<SettingChange> newest(int from, int most) {
      return changes.stream().skip(from).limit(most).toList();
    }

    @Override
    public Optional<SettingChange> find(String id) {
      return changes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<SettingChange> of(PersonId person) {
      return changes.stream().filter(one -> one.by().equals(person)).toList();
    }

    @Override
    public void erase(PersonId person) {
      changes.clear();
    }
  }

  private final Memory store = new Memory();
  private final ManualTimers timers = new ManualTimers();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final List<SettingChanged> told = new ArrayList<>();
  private final LiveSettings live = LiveSettingsTest.plain();
  private final Current<RoomSettings> rooms = LiveSettingsTest.rooms(live);
  private final SettingsDesk desk = desk(live, true);
  private final Actor admin = administrator();

  private SettingsDesk desk(LiveSettings settings, boolean permitted) {
    return new SettingsDesk(
        settings,
        new ChangeSettings(permitted),
        store,
        new Rights(LiveSettingsTest.rooms(settings), true),
        trail::add,
        timers,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        told::add);
  }

  private static Actor administrator() {
    Actor plain = Actors.known("Grace");
    return new Actor(
        plain.person(),
        plain.name(),
        Set.of(Role.ADMINISTRATOR),
        plain.session(),
        plain.address(),
        plain.page());
  }

  private void change(String name, String seen, String wanted) {
    desk.change(admin, name, Optional.of(seen), Optional.of(wanted));
  }

  private SettingRefused refused(String name, String seen, String wanted) {
    return assertThrows(SettingRefused.class, () -> change(name, seen, wanted));
  }

  private Setting setting(String name) {
    return desk.all(admin).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void changesAtOnceAndForTheNextRun() {
    change(MEMBERS, "25", "3");

    assertEquals(3, rooms.now().members());
    assertEquals(List.of(new SettingChanged(MEMBERS)), told);
    assertEquals("change-setting", trail.get(0).act());
    assertEquals(MEMBERS, trail.get(0).object());
    assertEquals("25 -> 3", trail.get(0).detail());

    LiveSettings next = LiveSettingsTest.plain();
    desk(next, true).begin();
    assertEquals(3, LiveSettingsTest.rooms(next).now().members());
  }

  @Test
  void undoesChangesFromTheLastOn() {
    change(MEMBERS, "25", "3");
    change(MEMBERS, "3", "4");
    List<SettingChange> history = desk.changes(admin, 0, 10);
    assertEquals("4", history.get(0).became());
    assertEquals("3", history.get(0).was());

    assertEquals(
        SettingRefused.Reason.SETTING_CHANGED.name(),
        code(assertThrows(SettingRefused.class, () -> desk.undo(admin, history.get(1).id()))));
    desk.undo(admin, history.get(0).id());
    assertEquals(3, rooms.now().members());
    desk.undo(admin, history.get(1).id());
    assertEquals(25, rooms.now().members());
    assertFalse(setting(MEMBERS).isChanged());
    assertTrue(store.counting.isEmpty());
    assertEquals(4, desk.changes(admin, 0, 10).size());
  }

  private static String code(SettingRefused refused) {
    return refused.code().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Test
  void saysWhatAValueMustBe() {
    assertEquals(
        "It must be a whole number from 1 to 10000.", refused(MEMBERS, "25", "0").getMessage());
    assertEquals(
        "It must be a duration from 1s to 10m, such as 500ms, 20s, 5m or 2h.",
        refused("plenum.call.ring", "45s", "soon").getMessage());
    assertEquals(
        "It must be one of these: owner, anyone.",
        refused("plenum.rooms.delete", "owner", "me").getMessage());
    assertEquals(
        "It must be true or false.",
        refused("plenum.identity.guests", "false", "yes").getMessage());
    assertEquals(
        "It does not go together with plenum.guests.life. Change that one first.",
        refused("plenum.guests.longest", "720h", "1h").getMessage());
    assertEquals(
        "This value cannot be used.",
        refused("plenum.browser.sound-packet-time", "20ms", "30ms").getMessage(),
        "a duration, but none of those that there are");
    assertEquals(25, rooms.now().members());
    assertEquals(6, trail.size());
  }

  @Test
  void changesNothingThatIsFixed() {
    assertEquals("setting-fixed", refused("plenum.media.port", "8000", "9000").code());
    assertEquals("no-such-setting", refused("plenum.no.such", "", "1").code());
    assertEquals("setting-changed", refused(MEMBERS, "24", "3").code());
    assertEquals(List.of(), told);
  }

  @Test
  void isForAdministratorsAlone() {
    Actor ada = Actors.known("Ada");
    assertThrows(RecordsRefused.class, () -> desk.all(ada));
    assertThrows(RecordsRefused.class, () -> desk.changes(ada, 0, 1));
    assertThrows(
        RecordsRefused.class, () -> desk.change(ada, MEMBERS, Optional.of("25"), Optional.of("3")));
    assertEquals(25, rooms.now().members());
  }

  @Test
  void changesNothingThatCannotBeKept() {
    store.away = true;
    assertThrows(RecordsRefused.class, () -> change(MEMBERS, "25", "3"));
    assertEquals(25, rooms.now().members());
    assertEquals(List.of(), told);
  }

  @Test
  void countsWhatTheFileSaysUntilTheStoreTells() {
    change(MEMBERS, "25", "3");
    store.away = true;
    LiveSettings next = LiveSettingsTest.plain();
    SettingsDesk late = desk(next, true);
    Current<RoomSettings> seen = LiveSettingsTest.rooms(next);
    late.begin();
    assertFalse(late.isKnown());
    assertEquals(25, seen.now().members());
    assertThrows(
        SettingRefused.class,
        () -> late.change(admin, MEMBERS, Optional.of("25"), Optional.of("4")),
        "what is not known cannot be changed");

    store.away = false;
    timers.pass(Duration.ofSeconds(10));
    assertTrue(late.isKnown());
    assertEquals(3, seen.now().members());
  }

  @Test
  void doesNothingWhereTheSitePermitsNone() {
    change(MEMBERS, "25", "3");
    LiveSettings next = LiveSettingsTest.plain();
    SettingsDesk closed = desk(next, false);
    closed.begin();
    assertEquals(25, LiveSettingsTest.rooms(next).now().members());
    assertEquals(
        "setting-fixed",
        assertThrows(
                SettingRefused.class,
                () -> closed.change(admin, MEMBERS, Optional.of("25"), Optional.of("4")))
            .code());
  }
}
