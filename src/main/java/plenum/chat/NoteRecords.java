package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;
import plenum.identity.PersonId;
import plenum.records.Erasure;

/** What a person left for others, or others for that one, and nobody has read yet. */
@ApplicationScoped
public class NoteRecords extends WrittenRecords {

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
  Stream<JsonObjectBuilder> told(PersonId person, boolean whole) {
    return notes.about(person).stream().limit(MOST).map(note -> object(note, person, whole));
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
