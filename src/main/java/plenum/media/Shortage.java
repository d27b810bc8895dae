package plenum.media;

import java.util.Objects;

/**
 * Why somebody is not sent a picture as they want it.
 *
 * @param shown whether a smaller one is sent; if not, none is
 * @param cause what is too narrow
 */
public record Shortage(boolean shown, Cause cause) {

  /** What is too narrow. */
  public enum Cause {
    /** The way to whoever receives. */
    LINK,
    /** What the site, the room, or all behind one line may be sent. */
    BUDGET
  }

  public Shortage {
    Objects.requireNonNull(cause, "a shortage has a cause");
  }
}
