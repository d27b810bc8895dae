package plenum.database.presence;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.presence.KeptName;
import plenum.presence.NameStore;

/** Keeps names in the database, a moment after they change. */
public final class JpaNameStore implements NameStore {

  private static final System.Logger LOG = System.getLogger(JpaNameStore.class.getName());
  private static final String KEY = "name ";

  private final Database database;
  private final WriteQueue queue;

  public JpaNameStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<KeptName> all() {
    return database.read(NameRow::all).stream().flatMap(row -> usable(row).stream()).toList();
  }

  static Optional<KeptName> usable(NameRow row) {
    try {
      return Optional.of(row.name());
    } catch (RuntimeException bad) {
      LOG.log(
          Level.WARNING, "The name of {0} in the database cannot be used: {1}.", row.person(), bad);
      return Optional.empty();
    }
  }

  @Override
  public void put(KeptName name) {
    queue.put(KEY + name.person(), manager -> manager.merge(new NameRow(name)));
  }

  @Override
  public void remove(PersonId person) {
    queue.put(KEY + person, manager -> NameRow.remove(manager, person));
  }
}
