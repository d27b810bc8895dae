package plenum.call;

import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.room.RoomName;

/**
 * What calls need of the rooms. Everything but {@link #close} is called under the lock of the
 * calls, takes no other lock than the rooms', and returns at once.
 */
interface CallRooms {

  /** A new private room, which only the caller may enter for now. */
  RoomId open(PersonId from);

  /** The person who was called answered, and may enter too. */
  void admit(RoomId room, PersonId to);

  /** The call is over, and the room with it; does nothing when it is none of a call any more. */
  void close(RoomId room);

  /**
   * The private room becomes a group room of the actor, with everybody in it.
   *
   * @throws plenum.room.RoomRefused when it cannot; nothing changed then
   */
  void makeGroup(Actor actor, RoomId room, RoomName name);

  /** Whether the person has a seat there now. */
  boolean isSeated(RoomId room, PersonId person);
}
