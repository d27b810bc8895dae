package plenum.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;

/** One room's state; guarded by the registry's lock. */
final class Room {

  private final RoomId id;
  private final RoomName name;
  private final RoomKind kind;
  private final Map<PersonId, Seat> seats = new LinkedHashMap<>();

  Room(RoomId id, RoomName name, RoomKind kind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  RoomId id() {
    return id;
  }

  RoomName name() {
    return name;
  }

  RoomKind kind() {
    return kind;
  }

  int size() {
    return seats.size();
  }

  /**
   * @throws RoomRefused {@code ROOM_NOT_EMPTY}
   */
  void requireEmpty() {
    if (!seats.isEmpty()) {
      throw new RoomRefused(
          Reason.ROOM_NOT_EMPTY,
          size() == 1
              ? "Somebody is in this room."
              : "There are %d people in this room.".formatted(size()));
    }
  }

  /**
   * @param most people who may be inside
   * @throws RoomRefused {@code ROOM_FULL}
   */
  void requireSpace(int most) {
    if (size() >= most) {
      throw new RoomRefused(
          Reason.ROOM_FULL,
          "This room is full: %d people are inside. Try again when somebody has left."
              .formatted(size()));
    }
  }

  Optional<Seat> seat(PersonId person) {
    return Optional.ofNullable(seats.get(person));
  }

  List<Seat> seats() {
    return new ArrayList<>(seats.values());
  }

  /** Who sits here, by which connection. */
  List<Seated> seated() {
    return seats.values().stream().map(seat -> new Seated(seat.person(), seat.session())).toList();
  }

  void add(Seat seat) {
    seats.put(seat.person(), seat);
  }

  void remove(Seat seat) {
    seats.remove(seat.person());
  }

  RoomSummary summary() {
    return new RoomSummary(id, name, kind, seats.size());
  }
}
