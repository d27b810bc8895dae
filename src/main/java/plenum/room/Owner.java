package plenum.room;

import java.util.Objects;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Whose room it is.
 *
 * @param person who made it
 * @param name how that person was called then; not known of a room that an earlier version of
 *     Plenum kept
 */
public record Owner(PersonId person, Optional<DisplayName> name) {

  public Owner {
    Objects.requireNonNull(person, "an owner is somebody");
    Objects.requireNonNull(name, "an unknown name is not null");
  }

  /** That member, called as now. */
  static Owner of(Seat seat) {
    return new Owner(seat.person(), Optional.of(seat.name()));
  }

  /** The actor, called as now. */
  static Owner of(Actor actor) {
    return new Owner(actor.person(), Optional.of(actor.name()));
  }
}
