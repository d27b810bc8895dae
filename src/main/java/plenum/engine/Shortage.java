package plenum.engine;

import java.util.Objects;

/**
 * Why a picture is not sent as it is wanted.
 *
 * @param shown whether a smaller one is sent; if not, none is
 * @param cause what is too narrow
 */
public record Shortage(boolean shown, Cause cause) {

  /** What is too narrow. */
  public enum Cause {
    /** The viewer's own link. */
    LINK,
    /** A budget of the site, of a line of it, or of the room: see {@link SendingLimits}. */
    BUDGET
  }

  public Shortage {
    Objects.requireNonNull(cause, "a shortage has a cause");
  }
}
