package plenum.typing;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * What somebody is writing at this moment.
 *
 * @param name how that one is called
 * @param number counts the lines of who writes: another one is another line
 * @param text without ends of lines; never empty
 */
public record TypedLine(PersonId person, DisplayName name, long number, String text) {

  public TypedLine {
    Objects.requireNonNull(person, "somebody writes");
    Objects.requireNonNull(name, "who writes has a name");
    Objects.requireNonNull(text, "something is written");
  }
}
