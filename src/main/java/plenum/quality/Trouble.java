package plenum.quality;

import java.util.Objects;
import plenum.identity.PersonId;

/**
 * Why something is bad for somebody.
 *
 * @param cause what it is
 * @param of whose it is: the uplink of somebody is the trouble of all who see that one
 */
public record Trouble(Cause cause, PersonId of) {

  public Trouble {
    Objects.requireNonNull(cause, "trouble has a cause");
    Objects.requireNonNull(of, "a cause is somebody's");
  }
}
