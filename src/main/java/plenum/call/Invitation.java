package plenum.call;

import java.util.Objects;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * Somebody is asked into a room that was a call.
 *
 * @param person who is asked
 * @param by who asks
 * @param room where to
 */
public record Invitation(PersonId person, Party by, RoomId room) {

  public Invitation {
    Objects.requireNonNull(person, "an invitation is for somebody");
    Objects.requireNonNull(by, "an invitation is by somebody");
    Objects.requireNonNull(room, "an invitation is into a room");
  }
}
