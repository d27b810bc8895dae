package plenum.room;

import java.util.Objects;
import java.util.Optional;
import plenum.media.PlaceKind;

/**
 * A room between two runs of the server.
 *
 * @param kind any but a call
 * @param owner who made it; unknown for a room that an earlier version of Plenum kept
 * @param options what was decided about it
 */
public record KeptRoom(
    RoomId id, RoomName name, PlaceKind kind, Optional<Owner> owner, RoomOptions options) {

  /** A room about which nobody decided anything. */
  public KeptRoom(RoomId id, RoomName name, PlaceKind kind, Optional<Owner> owner) {
    this(id, name, kind, owner, RoomOptions.DEFAULT);
  }

  public KeptRoom {
    Objects.requireNonNull(id, "a room has an id");
    Objects.requireNonNull(name, "a room that is kept has a name");
    Objects.requireNonNull(kind, "a room has a kind");
    Objects.requireNonNull(owner, "an unknown owner is not null");
    Objects.requireNonNull(options, "a room has its options");
    if (!kind.isListed()) {
      throw new IllegalArgumentException("a call is not kept");
    }
  }
}
