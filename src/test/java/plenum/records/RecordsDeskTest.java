package plenum.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.records.PersonalRecords.Turn;
import plenum.testing.Actors;

class RecordsDeskTest {

  private final Actor admin = Actors.named("Admin");
  private final Actor ada = Actors.named("Ada");
  private final List<String> done = new ArrayList<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private boolean refusing;
  private boolean away;

  private final RecordKeeping keeping =
      new RecordKeeping() {
        @Override
        public void settle() {
          if (away) {
            throw RecordsRefused.unavailable();
          }
          done.add("settle");
        }

        @Override
        public Map<String, Integer> deleteOld() {
          return Map.of("audit", 3);
        }
      };

  private final RecordsDesk desk =
      new RecordsDesk(
          admin::equals,
          trail::add,
          keeping,
          () ->
              List.of(
                  new Feature("attendance", Turn.RECORDS),
                  new Feature("rooms", Turn.PLACES),
                  new Feature("account", Turn.ACCOUNT)));

  private final class Feature implements PersonalRecords {
    private final String name;
    private final Turn turn;

    private Feature(String name, Turn turn) {
      this.name = name;
      this.turn = turn;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Turn turn() {
      return turn;
    }

    @Override
    public JsonValue of(PersonId person) {
      return Json.createValue(name + " of " + person);
    }

    @Override
    public JsonValue toOthers(PersonId person) {
      return name.equals("rooms") ? Json.createValue("hidden") : of(person);
    }

    @Override
    public int deleteOld() {
      return name.equals("rooms") ? 2 : 0;
    }

    @Override
    public Set<String> logins(PersonId person) {
      return turn == Turn.ACCOUNT ? Set.of("ada") : Set.of();
    }

    @Override
    public void erase(Erasure erasure) {
      if (refusing) {
        throw RecordsRefused.unavailable();
      }
      done.add(name + " " + erasure.person() + " " + erasure.logins());
    }
  }

  private static String code(Runnable act) {
    return assertThrows(RecordsRefused.class, act::run).code();
  }

  @Test
  void tellsWhatEachFeatureKeeps() {
    PersonId person = ada.person();
    String told =
        "{\"person\":\"%1$s\",\"account\":\"account of %1$s\",\"rooms\":\"rooms of %1$s\","
            + "\"attendance\":\"attendance of %1$s\"}";
    assertEquals(told.formatted(person), desk.own(person).toString());
    assertEquals(List.of("settle"), done, "what waits is in it");
    assertEquals(List.of(), trail);

    assertEquals(
        told.formatted(person).replace("rooms of " + person, "hidden"),
        desk.of(admin, person).toString());
    assertEquals("export-person", trail.get(0).act());
    assertEquals(person.value(), trail.get(0).object());
  }

  @Test
  void erasesTheAccountFirstAndWaitsUntilItIsWritten() {
    desk.erase(admin, ada.person());

    String rest = " " + ada.person() + " [ada]";
    assertEquals(
        List.of("settle", "account" + rest, "rooms" + rest, "attendance" + rest, "settle"), done);
    assertEquals("erase-person", trail.get(0).act());
    assertEquals(Optional.of(admin.person()), trail.get(0).person());
  }

  @Test
  void doesNotNameWhoErasesThemself() {
    desk.erase(ada, ada.person());

    AuditEntry entry = trail.get(0);
    assertEquals(Optional.of(Erased.PERSON), entry.person());
    assertEquals(Erased.NAME.value(), entry.name());
    assertEquals(Optional.empty(), entry.address());
    assertFalse(entry.toString().contains("Ada"));
  }

  @Test
  void erasesNothingWhereTheAccountCannotGo() {
    refusing = true;
    assertEquals("records-unavailable", code(() -> desk.eraseOwn(ada)));
    assertEquals(List.of("settle"), done);
    assertEquals(List.of(), trail);
    away = true;
    assertEquals("records-unavailable", code(() -> desk.eraseOwn(ada)));
    assertEquals(List.of("settle"), done);
  }

  @Test
  void isForAdministratorsWhereItIsAboutOthers() {
    PersonId other = PersonId.fresh();
    assertEquals("administrators-only", code(() -> desk.of(ada, other)));
    assertEquals("administrators-only", code(() -> desk.erase(ada, other)));
    assertEquals("administrators-only", code(() -> desk.deleteOld(ada)));
    assertEquals(List.of(), done);
    assertEquals(3, trail.stream().filter(one -> one.outcome() == Outcome.REFUSED).count());
  }

  @Test
  void deletesWhatIsOldAndSaysSo() {
    assertEquals(Map.of("audit", 3, "rooms", 2), desk.deleteOld(admin));
    assertEquals("delete-old-records", trail.get(0).act());
    assertEquals("{audit=3, rooms=2}", trail.get(0).detail());
  }
}
