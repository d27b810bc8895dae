package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings that change while the site runs. */
public class LiveSettingsTest {

  private static final Declarations DECLARED = Declarations.own();

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  /** Those of a site that was started with nothing but the defaults. */
  public static LiveSettings plain() {
    return new LiveSettingsTest().live(Set.of());
  }

  /** What rooms see of them. */
  public static Current<RoomSettings> rooms(LiveSettings live) {
    return live.view(RoomSettings::from);
  }

  private LiveSettings live(Set<String> ofFile) {
    return new LiveSettings(
        new Started(
            name ->
                Optional.ofNullable(properties.get(name))
                    .or(() -> Optional.ofNullable(environment.get(name)))
                    .or(() -> Optional.ofNullable(DECLARED.defaults().getProperty(name))),
            name -> Optional.ofNullable(properties.get(name)),
            name -> Optional.ofNullable(environment.get(name)),
            ofFile,
            Map.of(),
            DECLARED));
  }

  private static Setting setting(LiveSettings live, String name) {
    return live.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void showsChangesAtOnceToWhoeverAsks() {
    LiveSettings live = live(Set.of());
    Current<RoomSettings> rooms = live.view(RoomSettings::from);
    assertEquals(25, rooms.now().members());

    assertEquals(Set.of(), live.apply(Map.of("plenum.rooms.members", "3")));
    assertEquals(3, rooms.now().members());
    assertEquals(3, live.view(RoomSettings::from).now().members());

    live.apply(Map.of());
    assertEquals(25, rooms.now().members());
  }

  @Test
  void takesNoneThatCannotBeUsed() {
    LiveSettings live = live(Set.of());
    Map<String, String> wanted =
        Map.of(
            "plenum.rooms.members", "0",
            "plenum.rooms.max", "7",
            "plenum.media.port", "9000",
            "plenum.no.such", "1");

    assertEquals(
        Set.of("plenum.rooms.members", "plenum.media.port", "plenum.no.such"), live.apply(wanted));
    assertEquals(Map.of("plenum.rooms.max", "7"), live.changes());
  }

  /** The longest life of a guest link bounds the usual one. */
  @Test
  void takesThoseThatCanBeUsedTogether() {
    LiveSettings live = live(Set.of());
    assertTrue(
        live.problem("plenum.guests.longest", Map.of("plenum.guests.longest", "1h")).isPresent());

    Map<String, String> both = Map.of("plenum.guests.longest", "1h", "plenum.guests.life", "30m");
    assertEquals(Set.of(), live.apply(both));
    assertEquals(Duration.ofHours(1), live.view(GuestSettings::from).now().longest());
    assertEquals(
        new Kind.Time(Duration.ofMinutes(1), Duration.ofHours(1)),
        setting(live, "plenum.guests.life").kind());
  }

  @Test
  void leavesWhatTheEnvironmentAndTheSystemSay() {
    environment.put("PLENUM_ROOMS_MAX", "9");
    properties.put("plenum.rooms.members", "8");
    LiveSettings live = live(Set.of());

    assertEquals(
        Set.of("plenum.rooms.max", "plenum.rooms.members"),
        live.apply(Map.of("plenum.rooms.max", "1", "plenum.rooms.members", "1")));
    assertEquals(Origin.ENVIRONMENT, setting(live, "plenum.rooms.max").origin());
    assertEquals(Origin.SYSTEM_PROPERTY, setting(live, "plenum.rooms.members").origin());
    assertFalse(setting(live, "plenum.rooms.members").isChangeable());
  }

  @Test
  void countsMoreThanTheFile() {
    properties.put("plenum.rooms.max", "50");
    LiveSettings live = live(Set.of("plenum.rooms.max"));
    assertEquals(Origin.FILE, setting(live, "plenum.rooms.max").origin());

    assertEquals(Set.of(), live.apply(Map.of("plenum.rooms.max", "60")));
    Setting changed = setting(live, "plenum.rooms.max");
    assertEquals(Optional.of("60"), changed.text());
    assertEquals(Optional.of("50"), changed.unchanged());
    assertEquals(Optional.of("100"), changed.byDefault());
    assertEquals(Origin.CHANGED, changed.origin());
  }

  @Test
  void showsNoSecret() {
    properties.put("plenum.secret", "0123456789012345678901234567890123456789");
    properties.put("plenum.store.url", "jdbc:postgresql://db/plenum?password=hush");
    properties.put("plenum.media.nodes", "http://me:hush@10.0.0.5:1985");
    LiveSettings live = live(Set.of());

    assertEquals(Optional.of("***"), setting(live, "plenum.secret").text());
    assertEquals(
        Optional.of("jdbc:postgresql://db/plenum?***"), setting(live, "plenum.store.url").text());
    assertEquals(
        Optional.of("http://***@10.0.0.5:1985"), setting(live, "plenum.media.nodes").text());
    assertFalse(live.all().toString().contains("hush"));
    assertFalse(live.all().toString().contains("0123456789"));
  }

  /** Whatever is called so is a secret, and read as one. */
  @Test
  void knowsAllSecrets() {
    for (Setting one : live(Set.of()).all()) {
      boolean named = one.name().matches(".*(secret|password|ticket-key|previous)");
      assertEquals(named, one.kind() instanceof Kind.Secret, one.name());
    }
  }
}
