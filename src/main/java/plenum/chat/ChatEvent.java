package plenum.chat;

import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * CDI event: something was said, or is not as it was. Fired after the change and outside of every
 * lock, one after the other in the order in which it happened.
 */
public sealed interface ChatEvent {

  /** Where. */
  RoomId room();

  /** Somebody wrote something. */
  record MessageWritten(RoomId room, ChatMessage message) implements ChatEvent {}

  /** A message was edited or deleted. */
  record MessageChanged(RoomId room, ChatMessage message) implements ChatEvent {}

  /** Everything that was said is forgotten. */
  record ConversationOver(RoomId room) implements ChatEvent {}

  /** Somebody may not read any further, since that one is not in the room any more. */
  record ReaderLeft(RoomId room, PersonId person) implements ChatEvent {}
}
