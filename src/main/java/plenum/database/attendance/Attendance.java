package plenum.database.attendance;

import java.time.Instant;
import plenum.database.OrderedId;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * Somebody's time in a room, which has begun.
 *
 * @param roomName how the room was called then, and the person
 */
record Attendance(
    String id, RoomId room, String roomName, PersonId person, String personName, Instant joined) {

  static Attendance begin(
      RoomId room, String roomName, PersonId person, String personName, Instant now) {
    return new Attendance(OrderedId.next(), room, roomName, person, personName, now);
  }
}
