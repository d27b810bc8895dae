package plenum.signal.lobby;

import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.RoomView;

/** What the server answers about the lobby. */
public sealed interface LobbyAnswer extends ServerMessage {

  /** The head of the lobby's snapshot; its body is the same for everybody: {@link LobbyState}. */
  record Lobby(OptionalLong request) implements LobbyAnswer {}

  record RoomCreated(OptionalLong request, RoomView room) implements LobbyAnswer {}

  record RoomDeleted(OptionalLong request, String room) implements LobbyAnswer {}
}
