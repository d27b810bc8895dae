package plenum.database.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import plenum.database.Database;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** In which rooms a person was. */
@ApplicationScoped
public class AttendanceRecords implements PersonalRecords {

  private static final String NEWEST =
      "select a from AttendanceRow a where a.personId = :person order by a.joined desc, a.id desc";

  private Database database;
  private AttendanceBook book;

  /** For the container's proxy only. */
  protected AttendanceRecords() {}

  @Inject
  public AttendanceRecords(Database database, AttendanceBook book) {
    this.database = database;
    this.book = book;
  }

  @Override
  public String name() {
    return "attendance";
  }

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    database.rowsOf(person, NEWEST, AttendanceRow.class, MOST).forEach(row -> list.add(row.told()));
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    book.erase(erasure.person());
  }
}
