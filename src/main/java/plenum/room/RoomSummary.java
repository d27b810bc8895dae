package plenum.room;

import java.util.Objects;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.right.RoomRules;

/**
 * A room from outside.
 *
 * @param name how it is called; a call has no name
 * @param kind what it is for now
 * @param owner who made it, if known; a call belongs to both
 * @param place where its streams belong, from its beginning to its end
 * @param members people with a seat in it
 * @param sharer how the member is called whose screen is on air
 * @param atRisk whether a restart would lose it, since it cannot be kept at present
 * @param options what was decided about it
 */
public record RoomSummary(
    RoomId id,
    Optional<RoomName> name,
    PlaceKind kind,
    Optional<Owner> owner,
    Place place,
    int members,
    Optional<DisplayName> sharer,
    boolean atRisk,
    RoomOptions options) {

  /** A room about which nobody decided anything. */
  public RoomSummary(
      RoomId id,
      Optional<RoomName> name,
      PlaceKind kind,
      Optional<Owner> owner,
      Place place,
      int members,
      Optional<DisplayName> sharer,
      boolean atRisk) {
    this(id, name, kind, owner, place, members, sharer, atRisk, RoomOptions.DEFAULT);
  }

  public RoomSummary {
    Objects.requireNonNull(id, "a room has an id");
    Objects.requireNonNull(name, "a missing name is not null");
    Objects.requireNonNull(kind, "a room has a kind");
    Objects.requireNonNull(owner, "an unknown owner is not null");
    Objects.requireNonNull(place, "a room has a place");
    Objects.requireNonNull(sharer, "a missing sharer is not null");
    Objects.requireNonNull(options, "a room has its options");
  }

  /** What it says about who may do what. */
  public RoomRules rules() {
    return options.rules(id, owner.map(Owner::person));
  }
}
