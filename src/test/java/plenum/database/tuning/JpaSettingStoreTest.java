package plenum.database.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.records.Erased;
import plenum.tuning.SettingChange;

class JpaSettingStoreTest extends WithDatabase {

  private final PersonId grace = PersonId.fresh();

  private JpaSettingStore store() {
    return new JpaSettingStore(database, queue);
  }

  private SettingChange change(String id, int second, Optional<String> from, Optional<String> to) {
    return new SettingChange(
        id,
        Instant.ofEpochSecond(second),
        grace,
        DisplayName.of("Grace '\uD83D\uDE80"),
        "plenum.rooms.max",
        from,
        to,
        from.orElse("100"),
        to.orElse("100"));
  }

  @Test
  void keepsWhatCountsAndEachChange() {
    SettingChange first = change("a", 1, Optional.empty(), Optional.of("7"));
    SettingChange second = change("b", 2, Optional.of("7"), Optional.of("8"));
    store().put(first);
    store().put(second);
    restart();

    assertEquals(Map.of("plenum.rooms.max", "8"), store().all());
    assertEquals(List.of(second, first), store().newest(0, 10));
    assertEquals(List.of(first), store().newest(1, 10));
    assertEquals(Optional.of(first), store().find("a"));
    assertEquals(Optional.empty(), store().find("c"));
    assertEquals(List.of(second, first), store().of(grace));

    store().put(change("c", 3, Optional.of("8"), Optional.empty()));
    restart();
    assertEquals(Map.of(), store().all());
    assertEquals(3, store().newest(0, 10).size());
  }

  @Test
  void forgetsWhoChangedThemAndNotThatTheyWere() {
    store().put(change("a", 1, Optional.empty(), Optional.of("7")));
    store().erase(grace);
    flush();

    SettingChange left = store().newest(0, 10).get(0);
    assertEquals(Erased.PERSON, left.by());
    assertEquals(Erased.NAME, left.name());
    assertEquals("7", left.became());
    assertEquals(0, count("setting_change where person_name like 'Grace%'"));
    assertEquals(Map.of("plenum.rooms.max", "7"), store().all());
  }
}
