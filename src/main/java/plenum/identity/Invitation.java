package plenum.identity;

import java.util.Objects;

/**
 * By which guest link somebody is here.
 *
 * @param link its id; no secret
 * @param room the id of the room that it is for
 * @param only whether the person may come in by it alone, and so may enter this room and nothing
 *     else
 * @param open whether it is good still
 */
public record Invitation(String link, String room, boolean only, boolean open) {

  public Invitation {
    Objects.requireNonNull(link, "a link has an id");
    Objects.requireNonNull(room, "a link is for a room");
  }
}
