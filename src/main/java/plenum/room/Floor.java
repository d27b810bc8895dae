package plenum.room;

import java.util.Objects;
import plenum.right.Who;

/**
 * Who may do what inside a room.
 *
 * @param share show a screen
 * @param speak be heard
 * @param camera be seen
 */
public record Floor(Who share, Who speak, Who camera) {

  public static final Floor OPEN = new Floor(Who.EVERYBODY, Who.EVERYBODY, Who.EVERYBODY);

  public Floor {
    Objects.requireNonNull(share, "somebody may share");
    Objects.requireNonNull(speak, "somebody may speak");
    Objects.requireNonNull(camera, "somebody may be seen");
  }
}
