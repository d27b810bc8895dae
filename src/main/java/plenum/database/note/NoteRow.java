package plenum.database.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import plenum.chat.MessageId;
import plenum.chat.Note;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;

/** A note that nobody has read yet. */
@Entity
@Table(name = "note")
public class NoteRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "to_id")
  private String toId;

  @Column(name = "from_id")
  private String fromId;

  @Column(name = "from_name")
  private String fromName;

  @Column(name = "content")
  private String content;

  @Column(name = "at")
  private Instant at;

  protected NoteRow() {}

  NoteRow(Note note) {
    this.id = note.id().value();
    this.toId = note.to().value();
    this.fromId = note.from().person().value();
    this.fromName = note.from().name().value();
    this.content = note.text();
    this.at = note.at();
  }

  /**
   * @throws RuntimeException when it holds what this Plenum does not understand
   */
  Note note() {
    return new Note(
        new MessageId(id),
        new PersonId(toId),
        new NamedPerson(new PersonId(fromId), DisplayName.of(fromName)),
        content,
        at);
  }
}
