package plenum.database.call;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plenum.call.CallStore;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.records.Erased;

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
                        "select c from CallRow c where c.kept >= :since order by c.kept desc, c.id desc",
                        CallRow.class)
                    .setParameter("since", since)
                    .setMaxResults(most)
                    .getResultList());
    List<KeptCall> calls = new ArrayList<>();
    rows.forEach(row -> usable(row).ifPresent(calls::add));
    Collections.reverse(calls);
    return calls;
  }

  private static Optional<KeptCall> usable(CallRow row) {
    try {
      return Optional.of(row.call());
    } catch (RuntimeException bad) {
      LOG.log(
          Level.WARNING,
          "The record of a call in the database cannot be used: {0}.",
          bad.toString());
      return Optional.empty();
    }
  }

  @Override
  public void put(KeptCall call) {
    CallRow row = new CallRow(call);
    queue.add(manager -> manager.merge(row));
  }

  @Override
  public List<KeptCall> of(PersonId owner, int most) {
    return database
        .rowsOf(
            owner,
            "select c from CallRow c where c.personId = :person order by c.kept desc, c.id desc",
            CallRow.class,
            most)
        .stream()
        .flatMap(row -> usable(row).stream())
        .toList();
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase calls " + person,
        manager -> {
          manager
              .createQuery("delete from CallRow c where c.personId = :person")
              .setParameter("person", person.value())
              .executeUpdate();
          manager
              .createQuery(
                  "update CallRow c set c.withId = :nobody, c.withName = :name"
                      + " where c.withId = :person")
              .setParameter("nobody", Erased.PERSON.value())
              .setParameter("name", Erased.NAME.value())
              .setParameter("person", person.value())
              .executeUpdate();
        });
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
