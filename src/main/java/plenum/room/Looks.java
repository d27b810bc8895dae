package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** What anybody may know of the rooms and of who sits in them. */
final class Looks {

  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats;

  Looks(Steps steps, RoomIndex rooms, Seats seats) {
    this.steps = steps;
    this.rooms = rooms;
    this.seats = seats;
  }

  List<RoomSummary> rooms() {
    return steps.look(() -> rooms.listed().stream().map(Room::summary).toList());
  }

  Optional<RoomSummary> room(RoomId room) {
    return steps.look(() -> rooms.find(room).map(Room::summary));
  }

  List<Member> members(RoomId room) {
    return steps.look(() -> seatsIn(room).stream().map(Seat::member).toList());
  }

  Optional<Member> member(RoomId room, PersonId person) {
    return steps.look(() -> seat(room, person).map(Seat::member));
  }

  Optional<RoomId> seatOf(PersonId person) {
    return steps.look(() -> seats.of(person).map(seat -> seat.room().id()));
  }

  Optional<RoomSummary> roomOf(SessionId session) {
    return steps.look(() -> seats.by(session).map(seat -> seat.room().summary()));
  }

  boolean isSeated(SessionId session) {
    return steps.look(() -> seats.by(session).isPresent());
  }

  boolean isDecoded(RoomId room, String codec) {
    return steps.look(
        () ->
            rooms.find(room).isPresent()
                && seatsIn(room).stream().allMatch(seat -> seat.decoding().has(codec)));
  }

  boolean isSpeaking(RoomId room, PersonId person) {
    return steps.look(
        () -> seat(room, person).filter(seat -> seat.voice().isSpeaking()).isPresent());
  }

  private List<Seat> seatsIn(RoomId room) {
    return rooms.find(room).map(Room::seats).orElse(List.of());
  }

  private Optional<Seat> seat(RoomId room, PersonId person) {
    return rooms.find(room).flatMap(found -> found.seat(person));
  }
}
