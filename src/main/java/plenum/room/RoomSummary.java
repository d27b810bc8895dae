package plenum.room;

import java.util.Objects;

/**
 * A room as the list shows it.
 *
 * @param members people with a seat in it
 */
public record RoomSummary(RoomId id, RoomName name, RoomKind kind, int members) {

  public RoomSummary {
    Objects.requireNonNull(id, "a room has an id");
    Objects.requireNonNull(name, "a room has a name");
    Objects.requireNonNull(kind, "a room has a kind");
  }
}
