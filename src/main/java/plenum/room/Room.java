package plenum.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;

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

  Optional<Seat> seat(PersonId person) {
    return Optional.ofNullable(seats.get(person));
  }

  List<Seat> seats() {
    return new ArrayList<>(seats.values());
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
