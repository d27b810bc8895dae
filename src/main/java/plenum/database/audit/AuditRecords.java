package plenum.database.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.records.Erased;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/**
 * What a person did. The trail is not the person's alone: that something was done stays in it, but
 * not who did it, from where, in which words, or to whom it was done.
 */
@ApplicationScoped
public class AuditRecords implements PersonalRecords {

  private static final String ACTOR =
      "update audit set person_id = ?2, name = ?3, address = null,"
          + " detail = case when act = 'announce' then '' else detail end where person_id = ?1";

  /** Logins that failed where the person acted, too; where strangers tried is told on. */
  private static final String ADDRESS =
      "update audit set address = null where object = ?2 and person_id is null"
          + " and address in (select address from audit where person_id = ?1)";

  private static final String PERSON =
      "update audit set object = replace(object, ?1, ?2) where position(?1 in object) > 0";

  /** Whoever tried to log in said so; what else is told of an account is in the detail. */
  private static final String LOGIN =
      "update audit set name = case when name = ?1 then ?2 else name end, object = ?2,"
          + " detail = case when outcome = 'DONE' then '' else detail end where object = ?1";

  private static final String NEWEST =
      "select a from AuditRow a where a.personId = :person order by a.at desc, a.id desc";

  private Database database;
  private WriteQueue queue;

  /** For the container's proxy only. */
  protected AuditRecords() {}

  @Inject
  public AuditRecords(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    database.rowsOf(person, NEWEST, AuditRow.class, MOST).forEach(row -> list.add(row.told()));
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    String person = erasure.person().value();
    String nobody = Erased.PERSON.value();
    String name = Erased.NAME.value();
    queue.put(
        "erase audit " + person,
        manager -> {
          erasure.logins().forEach(login -> update(manager, ADDRESS, person, login));
          update(manager, ACTOR, person, nobody, name);
          update(manager, PERSON, person, nobody);
          erasure.logins().forEach(login -> update(manager, LOGIN, login, name));
        });
  }

  private static void update(EntityManager manager, String statement, String... values) {
    var query = manager.createNativeQuery(statement);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }
}
