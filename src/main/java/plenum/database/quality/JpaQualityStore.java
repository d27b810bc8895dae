package plenum.database.quality;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.quality.QualityMinute;
import plenum.quality.QualityStore;
import plenum.records.Erased;
import plenum.room.RoomId;

/** Keeps in the database how good meetings were. */
public final class JpaQualityStore implements QualityStore {

  private final Database database;
  private final WriteQueue queue;

  public JpaQualityStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public void add(QualityMinute minute) {
    QualityRow row = new QualityRow(minute);
    queue.add(manager -> manager.merge(row));
  }

  @Override
  public List<QualityMinute> ofRoom(RoomId room, Instant from, Instant until, int first, int most) {
    return found(
        "q.roomId = :room and q.at >= :from and q.at < :until order by q.at, q.personId, q.id",
        query ->
            query
                .setParameter("room", room.value())
                .setParameter("from", from)
                .setParameter("until", until),
        first,
        most);
  }

  @Override
  public List<QualityMinute> ofPerson(PersonId person, int first, int most) {
    return found(
        "q.personId = :person order by q.at desc, q.id desc",
        query -> query.setParameter("person", person.value()),
        first,
        most);
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase quality " + person,
        manager -> {
          manager
              .createQuery("delete from QualityRow q where q.personId = :person")
              .setParameter("person", person.value())
              .executeUpdate();
          manager
              .createQuery("update QualityRow q set q.causeOf = :nobody where q.causeOf = :person")
              .setParameter("nobody", Erased.PERSON.value())
              .setParameter("person", person.value())
              .executeUpdate();
        });
  }

  private List<QualityMinute> found(
      String which, UnaryOperator<TypedQuery<QualityRow>> parameters, int first, int most) {
    return database.read(
        manager ->
            parameters
                .apply(
                    manager.createQuery(
                        "select q from QualityRow q where " + which, QualityRow.class))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(QualityRow::minute)
                .toList());
  }
}
