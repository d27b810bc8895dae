package plenum.database.call;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plenum.call.CallStore;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;

/** Keeps the records of calls in the database. */
public final class JpaCallStore implements CallStore {

  private static final System.Logger LOG = System.getLogger(JpaCallStore.class.getName());

  private final Database database;
  private final WriteQueue queue;

  public JpaCallStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<KeptCall> newest(int most, Instant since) {
    List<CallRow> rows =
        database.read(
            manager ->
                manager
                    .createQuery(
                        "select c from CallRow c where c.kept >= :since order by c.kept desc",
                        CallRow.class)
                    .setParameter("since", since)
                    .setMaxResults(most)
                    .getResultList());
    List<KeptCall> calls = new ArrayList<>();
    for (CallRow row : rows) {
      try {
        calls.add(row.call());
      } catch (RuntimeException bad) {
        LOG.log(Level.WARNING, "The record of a call in the database cannot be used: {0}.", bad);
      }
    }
    Collections.reverse(calls);
    return calls;
  }

  @Override
  public void put(KeptCall call) {
    CallRow row = new CallRow(call);
    queue.add(manager -> manager.merge(row));
  }

  @Override
  public void markSeen(PersonId owner) {
    queue.add(
        manager ->
            manager
                .createQuery(
                    "update CallRow c set c.seen = true where c.personId = :owner and c.seen ="
                        + " false")
                .setParameter("owner", owner.value())
                .executeUpdate());
  }
}
