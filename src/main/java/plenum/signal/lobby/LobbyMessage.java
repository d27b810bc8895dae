package plenum.signal.lobby;

import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about the lobby. */
public sealed interface LobbyMessage extends ClientMessage {

  record WatchLobby(OptionalLong request) implements LobbyMessage {}

  record LeaveLobby(OptionalLong request) implements LobbyMessage {}

  record CreateRoom(OptionalLong request, String name, Optional<String> kind)
      implements LobbyMessage {}

  record DeleteRoom(OptionalLong request, String room, boolean force) implements LobbyMessage {}

  record UpdatePresence(OptionalLong request, boolean camera, boolean microphone, boolean away)
      implements LobbyMessage {}
}
