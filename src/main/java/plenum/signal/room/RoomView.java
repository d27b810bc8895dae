package plenum.signal.room;

import java.util.List;
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
 * @param options what was decided about it, if anything
 * @param moderators the ids of whom the owner appointed, if any
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
    Optional<Boolean> atRisk,
    Optional<OptionsView> options,
    Optional<List<String>> moderators) {

  /** A room about which nobody decided anything. */
  public RoomView(
      String id,
      Optional<String> name,
      String kind,
      Optional<String> owner,
      Optional<String> ownerName,
      int members,
      Optional<String> sharer,
      Optional<Boolean> atRisk) {
    this(
        id,
        name,
        kind,
        owner,
        ownerName,
        members,
        sharer,
        atRisk,
        Optional.empty(),
        Optional.empty());
  }

  public static RoomView of(RoomSummary room) {
    return new RoomView(
        room.id().value(),
        room.name().map(RoomName::value),
        room.kind().app(),
        room.owner().map(Owner::person).map(PersonId::value),
        room.owner().flatMap(Owner::name).map(DisplayName::value),
        room.members(),
        room.sharer().map(DisplayName::value),
        room.atRisk() ? Optional.of(true) : Optional.empty(),
        OptionsView.of(room.options()),
        Optional.of(room.options().moderators().stream().map(one -> one.person().value()).toList())
            .filter(some -> !some.isEmpty()));
  }

  /** The same room in its own topic, where the stage tells who shares. */
  RoomView inside(int people) {
    return new RoomView(
        id, name, kind, owner, ownerName, people, Optional.empty(), atRisk, options, moderators);
  }
}
