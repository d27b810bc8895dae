package plenum.call;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * One side of a call.
 *
 * @param id who it is
 * @param name how the person was called when the call began
 */
public record Party(PersonId id, DisplayName name) {

  public Party {
    Objects.requireNonNull(id, "a party has an id");
    Objects.requireNonNull(name, "a party has a name");
  }
}
