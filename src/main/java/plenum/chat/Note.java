package plenum.chat;

import java.time.Instant;
import java.util.Objects;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;

/**
 * What somebody left for a person who need not be here: "missed you".
 *
 * @param from who left it, called as then
 */
public record Note(MessageId id, PersonId to, NamedPerson from, String text, Instant at) {

  public Note {
    Objects.requireNonNull(id, "a note has an id");
    Objects.requireNonNull(to, "it is for somebody");
    Objects.requireNonNull(from, "somebody left it");
    Objects.requireNonNull(text, "something is said");
    Objects.requireNonNull(at, "it came some time");
  }

  /** Whether it is this person's, or for that one. */
  boolean isOf(PersonId person) {
    return to.equals(person) || from.person().equals(person);
  }
}
