package plenum.signal.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import plenum.media.node.Nodes;
import plenum.room.Gestures;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.room.Stages;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Topic;
import plenum.signal.protocol.Topics;
import plenum.typing.RealTimeText;

/** A topic for each room that anybody ever came into. */
final class RoomTopics {

  private final Rooms rooms;
  private final Stages stages;
  private final Gestures gestures;
  private final RealTimeText text;
  private final Nodes nodes;
  private final List<String> codecs;
  private final Function<RoomId, List<String>> observers;
  private final Topics topics;
  private final Map<RoomId, Topic<RoomEntry>> byRoom = new ConcurrentHashMap<>();

  /**
   * @param codecs those that the site passes, in the order in which to offer them
   * @param observers how those are called who observe a room
   */
  RoomTopics(
      Rooms rooms,
      Stages stages,
      Gestures gestures,
      RealTimeText text,
      Nodes nodes,
      List<String> codecs,
      Function<RoomId, List<String>> observers,
      Topics topics) {
    this.rooms = rooms;
    this.stages = stages;
    this.gestures = gestures;
    this.text = text;
    this.nodes = nodes;
    this.codecs = List.copyOf(codecs);
    this.observers = observers;
    this.topics = topics;
  }

  /** A room's topic, if anybody ever came in. */
  Optional<Topic<RoomEntry>> of(RoomId room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  /** A room's topic for somebody who comes in; empty when the room is gone already. */
  Optional<Topic<RoomEntry>> enter(RoomId room) {
    rooms.room(room).ifPresent(this::make);
    if (rooms.room(room).isEmpty()) {
      byRoom.remove(room); // Deleted in between: nobody else would remove it.
    }
    return of(room);
  }

  private void make(RoomSummary room) {
    byRoom.computeIfAbsent(
        room.id(),
        id ->
            topics.of(
                new RoomSource(rooms, stages, gestures, text, nodes, codecs, observers, room)));
  }

  void forget(RoomId room) {
    byRoom.remove(room);
  }

  /** What is listed under the key in that room may have changed. */
  void touch(RoomId room, String key) {
    of(room).ifPresent(topic -> topic.touch(key));
  }

  /**
   * @param reason why it is gone, if it is
   */
  void touch(RoomId room, String key, String reason) {
    of(room).ifPresent(topic -> topic.touch(key, reason));
  }

  /** The connection watches this topic, and no other room's; or none, when there is none. */
  void follow(Connection connection, Optional<Topic<RoomEntry>> topic, OptionalLong request) {
    topic.ifPresentOrElse(
        entered -> snapshot(connection, entered, request), () -> leave(connection));
  }

  /** The connection watches no room. */
  void leave(Connection connection) {
    connection.followed(RoomSource.NAME).ifPresent(connection::unfollow);
  }

  /** A snapshot of the topic, whichever it is. */
  void snapshot(Connection connection, Topic<?> topic, OptionalLong request) {
    connection.follow(topic, new RoomAnswer.Room(request, connection.person().value()));
  }
}
