package plenum.room;

import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;

/** How rooms go on without somebody who is known no longer; part of a step of the registry. */
final class Forgetting {

  private final RoomIndex rooms;
  private final Seats seats;
  private final Seating seating;
  private final Moderating moderating;

  Forgetting(RoomIndex rooms, Seats seats, Seating seating, Moderating moderating) {
    this.rooms = rooms;
    this.seats = seats;
    this.seating = seating;
    this.moderating = moderating;
  }

  void forget(PersonId person, Consequences entails) {
    seats.of(person).ifPresent(seat -> seating.giveUp(seat, LeaveReason.LEFT, entails));
    for (Room room : rooms.listed()) {
      room.meeting().waiting(person).ifPresent(one -> seating.leaveDoor(one.session(), entails));
      strike(room, person, entails);
    }
  }

  private void strike(Room room, PersonId person, Consequences entails) {
    RoomOptions without = room.options().forgetting(person);
    boolean owned = room.isOf(person);
    if (!owned && without.equals(room.options())) {
      return;
    }
    if (owned) {
      room.disown();
    }
    room.decide(without);
    moderating.changed(room, entails);
  }
}
