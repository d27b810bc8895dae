package plenum.room;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.room.RoomRefused.Reason;
import plenum.settings.Current;
import plenum.settings.RoomSettings;

/** All rooms, and the names that are taken; guarded by the registry's lock. */
final class RoomIndex {

  private final Current<RoomSettings> limits;
  private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
  private final Map<String, RoomId> names = new HashMap<>();

  RoomIndex(Current<RoomSettings> limits) {
    this.limits = limits;
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
   * Whether one more room may be listed under that name. What one person, or one address, made is
   * limited by itself, so that nobody uses up what is everybody's.
   *
   * @throws RoomRefused {@code ROOM_NAME_TAKEN}, {@code TOO_MANY_ROOMS}
   */
  void requireFree(Actor actor, RoomName name) {
    if (names.containsKey(name.key())) {
      throw new RoomRefused(Reason.ROOM_NAME_TAKEN, "room-name-taken", name);
    }
    RoomSettings settings = limits.now();
    List<Room> all = listed();
    if (all.size() >= settings.max()) {
      throw new RoomRefused(Reason.TOO_MANY_ROOMS, "too-many-rooms", settings.max());
    }
    if (count(all, room -> room.isOf(actor.person())) >= settings.perPerson()) {
      throw new RoomRefused(Reason.TOO_MANY_ROOMS, "too-many-rooms.yours", settings.perPerson());
    }
    if (count(all, room -> room.isFrom(actor.network())) >= settings.perAddress()) {
      throw new RoomRefused(Reason.TOO_MANY_ROOMS, "too-many-rooms.address", settings.perAddress());
    }
  }

  private static long count(List<Room> rooms, Predicate<Room> which) {
    return rooms.stream().filter(which).count();
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
