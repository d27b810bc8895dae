package plenum.typing;

import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * CDI event: the line that somebody is writing is another one. Fired after the change and outside
 * of every lock.
 */
public record LineTyped(RoomId room, PersonId person) {}
