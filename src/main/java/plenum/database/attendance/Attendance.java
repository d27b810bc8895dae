package plenum.database.attendance;

import java.time.Instant;
import plenum.identity.PersonId;
import plenum.identity.RandomText;
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
    return new Attendance(RandomText.unguessable(), room, roomName, person, personName, now);
  }
}
