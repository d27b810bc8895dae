package plenum.database.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.KeptName;
import plenum.store.DataDirectory;

class JpaNameStoreTest extends WithDatabase {

  private static final String TWO =
      """
      {"version":1,"names":[
        {"person":"AAAAAAAAAAAAAAAAAAAAAA","name":"Grace 爱","day":"2026-03-09"},
        {"person":"BBBBBBBBBBBBBBBBBBBBBB","name":"Ada","day":"2026-03-08"},
        {"person":"CCC","name":"Nobody","day":"2026-03-08"}]}
      """;

  private final PersonId ada = PersonId.fresh();
  private final PersonId grace = PersonId.fresh();

  private JpaNameStore store() {
    return new JpaNameStore(database, queue);
  }

  private static KeptName name(PersonId person, String name, String day) {
    return new KeptName(person, DisplayName.of(name), LocalDate.parse(day));
  }

  @Test
  void keepsTheLatestNameOfEachPerson() {
    store().put(name(ada, "Ada", "2026-03-07"));
    store().put(name(grace, "Grace '\uD83D\uDE80", "2026-03-08"));
    store().put(name(ada, "Countess", "2026-03-09"));
    restart();

    assertEquals(
        List.of(
            name(grace, "Grace '\uD83D\uDE80", "2026-03-08"), name(ada, "Countess", "2026-03-09")),
        store().all());
    store().remove(ada);
    store().remove(PersonId.fresh());
    restart();
    assertEquals(List.of(grace), store().all().stream().map(KeptName::person).toList());
  }

  @Test
  void takesThemOverOnceFromTheFileOfBefore() throws IOException {
    Path file = Files.writeString(fresh.directory().resolve("names.json"), TWO);
    takeOver();
    assertEquals(
        List.of("Ada", "Grace 爱"), store().all().stream().map(one -> one.name().value()).toList());
    assertFalse(Files.exists(file));
    assertTrue(Files.exists(fresh.directory().resolve("names.json.taken-over")));

    store().remove(new PersonId("A".repeat(22)));
    flush();
    Files.writeString(file, TWO); // As if it had ended before it renamed the file.
    takeOver();
    assertEquals(1, store().all().size());
    assertFalse(Files.exists(file));
  }

  private void takeOver() {
    NameTakeover.run(database, new DataDirectory(fresh.directory()).file("names.json"));
  }
}
