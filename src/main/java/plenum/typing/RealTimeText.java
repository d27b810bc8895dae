package plenum.typing;

import java.util.List;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * What people in rooms and calls are writing. A line belongs to the seat: it stays while the
 * connection is broken, and is finished with the seat, or by another stream. Who comes back within
 * minutes goes on behind what was finished so. Thread-safe; calls return at once.
 */
public interface RealTimeText {

  /**
   * Writes on in the room of the actor's seat. An edit that came already, as after a connection
   * that broke before its answer, is not taken again.
   *
   * @throws plenum.chat.ChatRefused where the actor may not write, as {@link
   *     plenum.chat.Conversations#writable}
   * @throws TypingRefused {@code TOO_FAST}: the same may be sent again a moment later; {@code
   *     OUT_OF_STEP}: an edit before it is not known here, so that a new stream has to begin
   */
  void type(Actor actor, Typed typed);

  /** The lines that are being written in a room, each with something in it. */
  List<TypedLine> lines(RoomId room);

  /** The line that somebody is writing there, if there is something in it. */
  Optional<TypedLine> line(RoomId room, PersonId person);

  /** Nobody's act: the rooms tell that somebody has a seat no longer. */
  void left(RoomId room, PersonId person);

  /** Nobody's act: there is no such room any more. */
  void roomGone(RoomId room);

  /** Nobody's act: what was finished there is no message any more. */
  void conversationOver(RoomId room);
}
