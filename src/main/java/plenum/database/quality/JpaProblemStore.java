package plenum.database.quality;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.UnaryOperator;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.quality.JoinProblem;
import plenum.quality.ProblemStore;

/** Keeps in the database who could not join. */
public final class JpaProblemStore implements ProblemStore {

  private final Database database;
  private final WriteQueue queue;

  public JpaProblemStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public void add(JoinProblem problem) {
    ProblemRow row = new ProblemRow(problem);
    queue.add(manager -> manager.merge(row));
  }

  @Override
  public List<JoinProblem> newest(int first, int most) {
    return found("", query -> query, first, most);
  }

  @Override
  public List<JoinProblem> ofPerson(PersonId person, int first, int most) {
    return found(
        "where p.personId = :person",
        query -> query.setParameter("person", person.value()),
        first,
        most);
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase problems " + person,
        manager -> {
          manager
              .createQuery("delete from ProblemRow p where p.personId = :person")
              .setParameter("person", person.value())
              .executeUpdate();
          manager
              .createQuery(
                  "update ProblemRow p set p.ofPersonId = null where p.ofPersonId = :person")
              .setParameter("person", person.value())
              .executeUpdate();
        });
  }

  private List<JoinProblem> found(
      String which, UnaryOperator<TypedQuery<ProblemRow>> parameters, int first, int most) {
    String query = "select p from ProblemRow p " + which + " order by p.at desc, p.id desc";
    return database.read(
        manager ->
            parameters
                .apply(manager.createQuery(query, ProblemRow.class))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(ProblemRow::problem)
                .toList());
  }
}
