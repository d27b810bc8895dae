package plenum.chat;

import java.util.List;
import java.util.Optional;
import plenum.chat.file.Attachment;
import plenum.chat.file.FileRefused;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;
import plenum.room.RoomId;

/**
 * What is said in rooms and calls. Thread-safe; calls return at once. What cannot be done is thrown
 * as {@link ChatRefused} and changed nothing: {@code NOT_IN_A_ROOM} without a seat, {@code
 * NOT_ALLOWED} to whom {@link plenum.right.Rights} does not permit it.
 *
 * <p>What a person does begins with the {@link Actor}, and is about the room of that one's seat. Of
 * a message that the actor may not read, it is {@code NO_SUCH_MESSAGE}.
 */
public interface Conversations {

  /** The room whose conversation the actor may read: the one of the seat. */
  RoomId of(Actor actor);

  /**
   * Says something; said again under the same token it is the message that there is.
   *
   * @throws ChatRefused {@code MESSAGE_INVALID}, {@code TOO_MANY_MESSAGES}, {@code NO_SUCH_MEMBER}
   *     to somebody without a seat there, {@code NO_SUCH_MESSAGE} in answer to one that not
   *     everybody reads who would read this
   * @throws FileRefused {@code NO_SUCH_FILE} for a file that is not whole, or not the actor's
   */
  ChatMessage write(Actor actor, NewMessage message);

  /** The room of the seat, if the actor may write there. */
  RoomId writable(Actor actor);

  /**
   * Keeps a line that others saw being written. It counts for no rate, since the letters did.
   *
   * @throws ChatRefused {@code MESSAGE_INVALID}
   */
  ChatMessage addLine(Actor actor, String text);

  /**
   * Nobody's act: keeps what others saw somebody write who has no seat there any more; nothing
   * where the conversation is over.
   *
   * @return whether it is a message now
   */
  boolean keepLine(RoomId room, NamedPerson author, String text);

  /**
   * Writes the own message anew.
   *
   * @throws ChatRefused {@code TOO_LATE}, {@code MESSAGE_INVALID}, {@code NO_SUCH_MESSAGE}
   */
  ChatMessage edit(Actor actor, MessageId message, String text);

  /**
   * Deletes the own message, or, as a moderator, one to everybody. One that is deleted stays so.
   *
   * @throws ChatRefused {@code TOO_LATE}, {@code NO_SUCH_MESSAGE}
   */
  ChatMessage delete(Actor actor, MessageId message);

  /**
   * What the actor may read of what was said before, the oldest first.
   *
   * @param before the number of a message; the newest before it are told
   * @param most messages
   */
  List<ChatMessage> earlier(Actor actor, long before, int most);

  /**
   * All messages to everybody in a room, the oldest first, to take along.
   *
   * @throws ChatRefused {@code NO_SUCH_ROOM}, also for a call; {@code NOT_ALLOWED}
   */
  List<ChatMessage> export(Actor actor, RoomId room);

  /** The newest messages to everybody in a room, the oldest first. */
  List<ChatMessage> toEverybody(RoomId room, int most);

  /** The newest messages from or to somebody alone, the oldest first. */
  List<ChatMessage> personal(RoomId room, PersonId person, int most);

  /** What somebody wrote wherever it is kept, the newest of each room. */
  List<Written> writtenBy(PersonId person, int most);

  /** A message, and where it was written. */
  record Written(RoomId room, ChatMessage message) {}

  /** A message as it is now, if it is still kept. */
  Optional<ChatMessage> message(RoomId room, MessageId message);

  /**
   * The room for whose people the actor may send files now: the one of the seat, whichever page has
   * it.
   */
  RoomId writableByAny(Actor actor);

  /**
   * The file of a message.
   *
   * @throws ChatRefused {@code NO_SUCH_MESSAGE} of one without a file, also to everybody who may
   *     not read the message, or has no seat there
   */
  Attachment file(Actor actor, RoomId room, MessageId message);

  /** Nobody's act: the rooms tell that somebody took a seat. */
  void joined(RoomId room, PersonId person);

  /** Nobody's act: the rooms tell that somebody has a seat no longer. */
  void left(RoomId room, PersonId person);

  /** Nobody's act: there is no such room any more. */
  void roomGone(RoomId room);

  /** Nobody's act: a room's options may be others, or its messages too old. */
  void look(RoomId room);

  /** Nobody's act: the same of all rooms; tells how many messages were too old. */
  int lookAtAll();

  /** Nobody's act: somebody is known no longer, and so is what that one wrote. */
  void forget(PersonId person);
}
