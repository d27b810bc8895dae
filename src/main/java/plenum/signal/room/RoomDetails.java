package plenum.signal.room;

import plenum.room.RoomSummary;
import plenum.signal.protocol.Change;

/**
 * The room itself, as the entry of its own topic.
 *
 * @param room as it was when the topic last looked; its people are counted by who is listed
 */
record RoomDetails(RoomView room) implements RoomEntry {

  static RoomDetails of(RoomSummary room) {
    return new RoomDetails(RoomView.of(room).inside(room.members()));
  }

  @Override
  public Change appeared() {
    return changed();
  }

  @Override
  public Change changed() {
    return new RoomChange.RoomUpdated(room);
  }

  @Override
  public Change gone(String reason) {
    return changed();
  }
}
