package plenum.signal.lobby;

import java.util.List;
import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.RoomView;

/** What the server answers about the lobby. */
public sealed interface LobbyAnswer extends ServerMessage {

  /** The head of the lobby's snapshot; its body is the same for everybody: {@link LobbyState}. */
  record Lobby(OptionalLong request) implements LobbyAnswer {}

  record RoomCreated(OptionalLong request, RoomView room) implements LobbyAnswer {}

  /** All rooms that are hidden and that the receiver finds nevertheless. */
  record HiddenRooms(OptionalLong request, List<RoomView> rooms) implements LobbyAnswer {
    public HiddenRooms {
      rooms = List.copyOf(rooms);
    }
  }

  record RoomDeleted(OptionalLong request, String room) implements LobbyAnswer {}
}
