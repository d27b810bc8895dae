package plenum.chat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import plenum.identity.PersonId;
import plenum.records.PersonalRecords;

/** What people wrote, as records: all of it for themselves, and for others no private words. */
abstract class WrittenRecords implements PersonalRecords {

  /**
   * The newest of what is kept under a person.
   *
   * @param whole with what was said to one person alone, too
   */
  abstract Stream<JsonObjectBuilder> told(PersonId person, boolean whole);

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    return list(person, true);
  }

  @Override
  public JsonValue toOthers(PersonId person) {
    return list(person, false);
  }

  private JsonValue list(PersonId person, boolean whole) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    told(person, whole).forEach(list::add);
    return list.build();
  }
}
