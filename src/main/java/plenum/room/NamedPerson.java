package plenum.room;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Somebody who need not be here.
 *
 * @param name how the person was called when it was written down
 */
public record NamedPerson(PersonId person, DisplayName name) {

  public NamedPerson {
    Objects.requireNonNull(person, "it is somebody");
    Objects.requireNonNull(name, "it has a name");
  }
}
