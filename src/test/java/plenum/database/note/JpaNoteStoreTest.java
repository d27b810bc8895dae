package plenum.database.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.chat.MessageId;
import plenum.chat.Note;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;

class JpaNoteStoreTest extends WithDatabase {

  private final PersonId ada = PersonId.fresh();
  private final PersonId bob = PersonId.fresh();
  private final PersonId eve = PersonId.fresh();

  private JpaNoteStore store() {
    return new JpaNoteStore(database, queue);
  }

  private static Note note(String id, PersonId from, PersonId to) {
    return new Note(
        new MessageId(id),
        to,
        new NamedPerson(from, DisplayName.of("Ada '\uD83D\uDE80")),
        "'; drop table note; --\n\uD83D\uDE80",
        Instant.ofEpochMilli(1_000 + Integer.parseInt(id)));
  }

  @Test
  void keepsThemAsTheyAreUntilTheyAreRead() {
    store().put(note("2", ada, bob));
    store().put(note("1", ada, bob));
    store().put(note("3", ada, bob));
    flush();
    store().remove(new MessageId("3"));
    restart();

    assertEquals(List.of(note("1", ada, bob), note("2", ada, bob)), store().all());
  }

  @Test
  void erasesThoseOfAPerson() {
    store().put(note("1", ada, bob));
    store().put(note("2", bob, ada));
    store().put(note("3", bob, eve));
    store().erase(ada);
    flush();

    assertEquals(List.of(note("3", bob, eve)), store().all());
  }
}
