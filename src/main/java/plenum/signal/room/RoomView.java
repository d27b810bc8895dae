package plenum.signal.room;

import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.Owner;
import plenum.room.RoomName;
import plenum.room.RoomSummary;

/**
 * A room.
 *
 * @param name missing for a call
 * @param owner who made it, if known
 * @param ownerName how that person was called then, if known
 * @param sharer in the lobby, the name of whose screen is on air
 * @param atRisk true when a restart would lose it, since the server cannot keep it; else missing
 */
public record RoomView(
    String id,
    Optional<String> name,
    String kind,
    Optional<String> owner,
    Optional<String> ownerName,
    int members,
    Optional<String> sharer,
    Optional<Boolean> atRisk) {
  public static RoomView of(RoomSummary room) {
    return new RoomView(
        room.id().value(),
        room.name().map(RoomName::value),
        room.kind().app(),
        room.owner().map(Owner::person).map(PersonId::value),
        room.owner().flatMap(Owner::name).map(DisplayName::value),
        room.members(),
        room.sharer().map(DisplayName::value),
        room.atRisk() ? Optional.of(true) : Optional.empty());
  }

  /** The same room in its own topic, where the stage tells who shares. */
  RoomView inside(int people) {
    return new RoomView(id, name, kind, owner, ownerName, people, Optional.empty(), atRisk);
  }
}
