package plenum.signal.lobby;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plenum.identity.SessionId;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.room.RoomView;

/**
 * The rooms that are in nobody's list but their own people's: these are told by a message of their
 * own, with all such rooms of theirs, since the lobby's topic is the same for everybody.
 */
final class HiddenRooms {

  private final LobbyTopic lobby;
  private final Rooms rooms;
  private final Moderation moderation;
  private final Connections connections;

  /** The rooms that are hidden, or were. */
  private final Set<RoomId> known = ConcurrentHashMap.newKeySet();

  /** Who was told of some. */
  private final Set<SessionId> told = ConcurrentHashMap.newKeySet();

  HiddenRooms(LobbyTopic lobby, Rooms rooms, Moderation moderation, Connections connections) {
    this.lobby = lobby;
    this.rooms = rooms;
    this.moderation = moderation;
    this.connections = connections;
  }

  /** Something about this room has changed. */
  void touch(RoomId id) {
    if (rooms.room(id).filter(HiddenRooms::isHidden).isPresent()) {
      known.add(id);
    } else if (!known.remove(id)) {
      return;
    }
    List<Connection> watching = connections.following(lobby.topic());
    told.retainAll(watching.stream().map(Connection::session).toList()); // Others are gone.
    watching.forEach(this::tell);
  }

  /** Tells somebody who looks at the list now, or looks at it still. */
  void tell(Connection connection) {
    List<RoomView> own =
        rooms.rooms().stream()
            .filter(HiddenRooms::isHidden)
            .filter(room -> moderation.finds(connection.actor(), room.id()))
            .map(RoomView::of)
            .toList();
    boolean some = !own.isEmpty();
    boolean before = some ? !told.add(connection.session()) : told.remove(connection.session());
    if (some || before) {
      connection.send(new LobbyAnswer.HiddenRooms(OptionalLong.empty(), own));
    }
  }

  /** Whether it is in no list. */
  static boolean isHidden(RoomSummary room) {
    return room.options().hidden();
  }
}
