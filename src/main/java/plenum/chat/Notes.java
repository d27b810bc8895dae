package plenum.chat;

import java.util.List;
import plenum.identity.Actor;
import plenum.identity.PersonId;

/**
 * What people leave for others who are online or not, until it is read or too old. Thread-safe;
 * calls return at once. What cannot be done is thrown as {@link ChatRefused} and changed nothing.
 */
public interface Notes {

  /**
   * Leaves something for somebody, of whom it is known that there is such a person.
   *
   * @throws ChatRefused {@code MESSAGE_INVALID}, {@code NOT_ALLOWED}, {@code TOO_MANY_MESSAGES},
   *     {@code TOO_MANY_NOTES} when that one has so many already
   */
  Note leave(Actor actor, PersonId to, String text);

  /** What was left for somebody and not read yet, the oldest first. */
  List<Note> of(PersonId person);

  /** What somebody left that is not read yet, and what was left for that one. */
  List<Note> about(PersonId person);

  /** The actor has read one of the own; does nothing when there is no such one any more. */
  void read(Actor actor, MessageId id);

  /** Nobody's act: those that are too old are gone; tells how many. */
  int dropOld();

  /** Nobody's act: somebody is known no longer. */
  void forget(PersonId person);
}
