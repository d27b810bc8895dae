package plenum.presence;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Somebody who is here now.
 *
 * @param id who it is
 * @param name how the person is called at this moment
 * @param availability what the person's tabs say together
 * @param outsider whether a guest link is all by which that one is here, for one room
 */
public record OnlinePerson(
    PersonId id, DisplayName name, Availability availability, boolean outsider) {

  public OnlinePerson {
    Objects.requireNonNull(id, "a person has an id");
    Objects.requireNonNull(name, "whoever is online has a name");
    Objects.requireNonNull(availability, "whoever has not said anything is UNKNOWN");
  }

  /** Somebody who may be here for more than one room. */
  public OnlinePerson(PersonId id, DisplayName name, Availability availability) {
    this(id, name, availability, false);
  }
}
