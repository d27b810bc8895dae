package plenum.signal.lobby;

import plenum.signal.protocol.Change;
import plenum.signal.room.RoomView;

/** What changes in the lobby's topic. */
public sealed interface LobbyChange extends Change {

  record RoomCreated(RoomView room) implements LobbyChange {}

  record RoomUpdated(RoomView room) implements LobbyChange {}

  record RoomDeleted(String id) implements LobbyChange {}

  record PersonOnline(PersonView person) implements LobbyChange {}

  record PersonUpdated(PersonView person) implements LobbyChange {}

  record PersonOffline(String id) implements LobbyChange {}
}
