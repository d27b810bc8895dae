package plenum.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser's cookie says about the person in front of it.
 *
 * @param id who it is
 * @param name how the person wants to be called; empty until chosen
 * @param issued when the cookie was made, in whole seconds
 */
public record Identity(PersonId id, Optional<DisplayName> name, Instant issued) {

  public Identity {
    Objects.requireNonNull(id, "an identity has an id");
    Objects.requireNonNull(name, "a missing name is empty");
    issued = Instant.ofEpochSecond(issued.getEpochSecond());
  }

  /** The same person, called otherwise. */
  public Identity named(DisplayName newName, Instant now) {
    return new Identity(id, Optional.of(newName), now);
  }
}
