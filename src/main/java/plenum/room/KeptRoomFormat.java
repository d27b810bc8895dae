package plenum.room;

import java.util.Optional;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.store.Entry;
import plenum.store.ListFormat;

/**
 * A room in the file of rooms, {@code {"id","name","kind","owner","ownerName"}}. Earlier versions
 * wrote no owner, or no owner's name.
 */
final class KeptRoomFormat implements ListFormat<KeptRoom> {

  /** The name of the list. */
  static final String LIST = "rooms";

  @Override
  public KeptRoom read(Entry entry) {
    return new KeptRoom(
        new RoomId(entry.text("id")),
        new RoomName(entry.text("name")),
        kind(entry.text("kind")),
        owner(entry));
  }

  private static Optional<Owner> owner(Entry entry) {
    Optional<DisplayName> name = entry.optionalText("ownerName").map(DisplayName::of);
    return entry.optionalText("owner").map(id -> new Owner(new PersonId(id), name));
  }

  private static PlaceKind kind(String name) {
    return PlaceKind.listed(name)
        .orElseThrow(() -> new IllegalArgumentException("it is of an unknown kind"));
  }

  /** Two rooms have neither the same id nor the same name. */
  @Override
  public Set<String> keys(KeptRoom room) {
    return Set.of("id " + room.id().value(), "name " + room.name().key());
  }
}
