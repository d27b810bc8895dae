package plenum.room;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.room.RoomRefused.Reason;

/** All rooms, and the names that are taken; guarded by the registry's lock. */
final class RoomIndex {

  private final int most;
  private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
  private final Map<String, RoomId> names = new HashMap<>();

  /**
   * @param most rooms that the list may have
   */
  RoomIndex(int most) {
    this.most = most;
  }

  Optional<Room> find(RoomId id) {
    return Optional.ofNullable(rooms.get(id));
  }

  /**
   * @throws RoomRefused {@code NO_SUCH_ROOM}
   */
  Room existing(RoomId id) {
    return find(id)
        .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_ROOM, "no-such-room.any-more"));
  }

  /** The rooms that everybody may know of, in the order they were made. */
  List<Room> listed() {
    return rooms.values().stream().filter(Room::isListed).toList();
  }

  /**
   * Whether one more room may be listed under that name.
   *
   * @throws RoomRefused {@code ROOM_NAME_TAKEN}, {@code TOO_MANY_ROOMS}
   */
  void requireFree(RoomName name) {
    if (names.containsKey(name.key())) {
      throw new RoomRefused(Reason.ROOM_NAME_TAKEN, "room-name-taken", name);
    }
    if (listed().size() >= most) {
      throw new RoomRefused(Reason.TOO_MANY_ROOMS, "too-many-rooms", most);
    }
  }

  /** A room, or a room that has got a name. */
  void put(Room room) {
    rooms.put(room.id(), room);
    room.name().ifPresent(name -> names.put(name.key(), room.id()));
  }

  void remove(Room room) {
    rooms.remove(room.id());
    room.name().ifPresent(name -> names.remove(name.key()));
  }

  RoomId unusedId() {
    return Stream.generate(RoomId::fresh)
        .filter(id -> !rooms.containsKey(id))
        .findFirst()
        .orElseThrow();
  }
}
