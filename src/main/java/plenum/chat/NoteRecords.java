package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** What a person left for others, or others for that one, and nobody has read yet. */
@ApplicationScoped
public class NoteRecords implements PersonalRecords {

  private Notes notes;

  /** For the container's proxy only. */
  protected NoteRecords() {}

  @Inject
  NoteRecords(Notes notes) {
    this.notes = notes;
  }

  @Override
  public String name() {
    return "notes";
  }

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
    notes.about(person).stream().limit(MOST).forEach(note -> list.add(object(note, person, whole)));
    return list.build();
  }

  private static JsonObjectBuilder object(Note note, PersonId person, boolean whole) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("at", note.at().toString())
            .add("own", note.from().person().equals(person))
            .add("from", note.from().name().value());
    return whole ? object.add("text", note.text()) : object;
  }

  @Override
  public int deleteOld() {
    return notes.dropOld();
  }

  @Override
  public void erase(Erasure erasure) {
    notes.forget(erasure.person());
  }
}
