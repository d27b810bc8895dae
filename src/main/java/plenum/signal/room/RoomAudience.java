package plenum.signal.room;

import java.util.List;
import plenum.room.RoomId;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.ServerMessage;

/**
 * Everybody who sees a room: who is inside, and who only watches. For parts beside this one, which
 * tell something that happened in a room and is no state of it.
 */
public final class RoomAudience {

  private final RoomTopics topics;
  private final Connections connections;

  RoomAudience(RoomTopics topics, Connections connections) {
    this.topics = topics;
    this.connections = connections;
  }

  /** Sends a message to everybody who sees the room now. */
  public void tell(RoomId room, ServerMessage message) {
    of(room).forEach(connection -> connection.send(message));
  }

  private List<Connection> of(RoomId room) {
    return topics.of(room).map(connections::following).orElse(List.of());
  }
}
