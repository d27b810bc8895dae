package plenum.database;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import plenum.identity.RandomText;

/**
 * Writes batches, each once: a connection that breaks while a transaction is committed does not
 * tell whether it was. So every batch has a number, which is written along with it; when it is
 * tried again, the database knows. Used by one thread.
 */
final class Journal {

  private static final System.Logger LOG = System.getLogger(Journal.class.getName());

  private final Database database;
  private final String id = RandomText.unguessable();
  private long last;

  /** What the database knows of the batch that is to be written. */
  private enum Found {
    /** All before it. */
    BEFORE,
    /** Not even that: somebody put an older copy in the place of the database. */
    OLDER,
    /** It is there. */
    WRITTEN
  }

  Journal(Database database) {
    this.database = database;
  }

  String id() {
    return id;
  }

  /**
   * Writes a batch wholly, or finds that it is written. After {@link DatabaseAway} it must be the
   * same batch again.
   */
  void write(List<WriteQueue.Write> batch) {
    Found found =
        database.change(
            manager -> {
              Found before = begin(manager);
              if (before != Found.WRITTEN) {
                batch.forEach(write -> write.to(manager));
              }
              return before;
            });
    if (found == Found.OLDER) {
      LOG.log(
          Level.ERROR,
          "The database is an older copy of itself: what was written since is not in it any more."
              + " Plenum goes on to write into it what comes.");
    }
    last++;
  }

  /** Waits for a batch that is under way. */
  private Found begin(EntityManager manager) {
    if (moves(manager, "=")) {
      return Found.BEFORE;
    }
    if (moves(manager, "<")) {
      return Found.OLDER;
    }
    if (manager.find(WriterRow.class, id) != null) {
      return Found.WRITTEN;
    }
    manager.persist(new WriterRow(id, last + 1, Instant.now()));
    return last == 0 ? Found.BEFORE : Found.OLDER;
  }

  private boolean moves(EntityManager manager, String comparison) {
    return manager
            .createQuery(
                "update WriterRow w set w.batch = :next, w.at = :now where w.id = :id and w.batch "
                    + comparison
                    + " :last")
            .setParameter("next", last + 1)
            .setParameter("now", Instant.now())
            .setParameter("id", id)
            .setParameter("last", last)
            .executeUpdate()
        > 0;
  }
}
