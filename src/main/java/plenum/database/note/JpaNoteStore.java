package plenum.database.note;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import plenum.chat.MessageId;
import plenum.chat.Note;
import plenum.chat.NoteStore;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;

/** Keeps notes in the database. */
public final class JpaNoteStore implements NoteStore {

  private static final System.Logger LOG = System.getLogger(JpaNoteStore.class.getName());

  private final Database database;
  private final WriteQueue queue;

  public JpaNoteStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<Note> all() {
    return database
        .read(
            manager ->
                manager
                    .createQuery("select n from NoteRow n order by n.at, n.id", NoteRow.class)
                    .getResultList())
        .stream()
        .flatMap(row -> usable(row).stream())
        .toList();
  }

  private static Optional<Note> usable(NoteRow row) {
    try {
      return Optional.of(row.note());
    } catch (RuntimeException bad) {
      LOG.log(Level.WARNING, "A note in the database cannot be used: {0}.", bad.toString());
      return Optional.empty();
    }
  }

  @Override
  public void put(Note note) {
    NoteRow row = new NoteRow(note);
    queue.put(key(note.id()), manager -> manager.merge(row));
  }

  @Override
  public void remove(MessageId note) {
    queue.put(
        key(note),
        manager ->
            manager
                .createQuery("delete from NoteRow n where n.id = :id")
                .setParameter("id", note.value())
                .executeUpdate());
  }

  private static String key(MessageId note) {
    return "note " + note;
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase notes " + person,
        manager -> {
          manager.flush();
          manager
              .createQuery("delete from NoteRow n where n.toId = :person or n.fromId = :person")
              .setParameter("person", person.value())
              .executeUpdate();
        });
  }
}
