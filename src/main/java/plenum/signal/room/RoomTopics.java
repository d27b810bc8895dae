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
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
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

  /**
   * A room's topic for somebody who comes in.
   *
   * @throws RoomRefused {@code NO_SUCH_ROOM} when the room is gone already
   */
  Topic<RoomEntry> enter(Connection connection, RoomId room) {
    boolean made = of(room).isEmpty() && rooms.room(room).map(this::make).orElse(false);
    if (made && rooms.room(room).isEmpty()) {
      byRoom.remove(room); // Deleted in between: nobody else would remove it.
    }
    Optional<Topic<RoomEntry>> topic = of(room);
    if (topic.isEmpty()) {
      leave(connection); // Another room, which one left to come into this one.
    }
    return topic.orElseThrow(RoomTopics::gone);
  }

  static RoomRefused gone() {
    return new RoomRefused(Reason.NO_SUCH_ROOM, "no-such-room.any-more");
  }

  /** Somebody asked for what one has only inside. */
  static RoomRefused outside() {
    return new RoomRefused(Reason.NOT_IN_A_ROOM, "not-in-a-room.any-more");
  }

  /** False where somebody else was first. */
  private boolean make(RoomSummary room) {
    RoomSource source =
        new RoomSource(rooms, stages, gestures, text, nodes, codecs, observers, room);
    return byRoom.putIfAbsent(room.id(), topics.of(source)) == null;
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

  /** The connection watches no room. */
  void leave(Connection connection) {
    connection.followed(RoomSource.NAME).ifPresent(topic -> connection.unfollow(topic, outside()));
  }

  /**
   * The connection watches this topic, whichever it is, and no other room's; the snapshot first.
   */
  void snapshot(Connection connection, Topic<?> topic, OptionalLong request) {
    connection
        .followed(RoomSource.NAME)
        .filter(other -> other != topic)
        .ifPresent(other -> connection.unfollow(other, outside()));
    connection.follow(topic, new RoomAnswer.Room(request, connection.person().value()));
    if (!byRoom.containsValue(topic)) {
      connection.unfollow(topic, gone()); // Told to all who followed it, but not to this one.
    }
  }
}
