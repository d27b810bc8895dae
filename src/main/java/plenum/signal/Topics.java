package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.call.Calls;
import plenum.media.node.Nodes;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.room.Stages;
import plenum.settings.SignalSettings;
import plenum.signal.Views.LobbyView;
import plenum.time.Timers;

/** The lobby's topic, and one for each room that anybody ever came into. */
@ApplicationScoped
class Topics {

  private Rooms rooms;
  private Stages stages;
  private Nodes nodes;
  private MessageCodec codec;
  private Timers timers;
  private SignalSettings settings;
  private Topic<LobbyView> lobby;
  private final Map<RoomId, Topic<RoomEntry>> byRoom = new ConcurrentHashMap<>();

  /** For the container's proxy only. */
  protected Topics() {}

  @Inject
  Topics(
      Rooms rooms,
      Calls calls,
      Stages stages,
      Nodes nodes,
      Presence presence,
      MessageCodec codec,
      Timers timers,
      SignalSettings settings) {
    this.rooms = rooms;
    this.stages = stages;
    this.nodes = nodes;
    this.codec = codec;
    this.timers = timers;
    this.settings = settings;
    this.lobby = topic(new LobbySource(rooms, calls, presence));
  }

  Topic<LobbyView> lobby() {
    return lobby;
  }

  /** A room's topic, if anybody ever came in. */
  Optional<Topic<RoomEntry>> ofRoom(RoomId room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  /** A room's topic for somebody who has a seat there; empty when the room is gone already. */
  Optional<Topic<RoomEntry>> enter(RoomId room) {
    rooms
        .room(room)
        .ifPresent(
            summary ->
                byRoom.computeIfAbsent(
                    room, id -> topic(new RoomSource(rooms, stages, nodes, summary))));
    if (rooms.room(room).isEmpty()) {
      byRoom.remove(room); // Deleted in between: nobody else would remove it.
    }
    return ofRoom(room);
  }

  void forget(RoomId room) {
    byRoom.remove(room);
  }

  private <V> Topic<V> topic(TopicSource<V> source) {
    return new Topic<>(source, codec, timers, settings.batch(), System::nanoTime);
  }
}
