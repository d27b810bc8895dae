package plenum.signal.lobby;

import plenum.signal.protocol.Change;
import plenum.signal.room.RoomView;

/** A room as an entry of the lobby. */
record ListedRoom(RoomView room) implements LobbyEntry {

  @Override
  public Change appeared() {
    return new LobbyChange.RoomCreated(room);
  }

  @Override
  public Change changed() {
    return new LobbyChange.RoomUpdated(room);
  }

  @Override
  public Change gone(String reason) {
    return new LobbyChange.RoomDeleted(room.id());
  }
}
