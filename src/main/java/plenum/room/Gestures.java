package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.PersonId;

/**
 * What people in rooms show without speaking: a hand, an answer, a reaction. It belongs to the
 * seat: it is kept while the connection is broken, and gone with the seat. Thread-safe; calls
 * return at once. What cannot be done is thrown as {@link RoomRefused} and changed nothing; without
 * a seat it is {@code NOT_IN_A_ROOM}.
 */
public interface Gestures {

  /** What everybody in a room shows, in the order they came; empty for an unknown room. */
  List<Gesture> of(RoomId room);

  /** What somebody in a room shows, if there. */
  Optional<Gesture> of(RoomId room, PersonId person);

  /** Raises the own hand, after all that are up; one that is up keeps its turn. */
  void raise(Actor actor);

  /** Lowers the own hand. */
  void lower(Actor actor);

  /**
   * Lowers a member's hand.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} to whom {@link plenum.right.Rights} does not permit it,
   *     {@code NO_SUCH_MEMBER}
   */
  void lower(Actor actor, PersonId member);

  /**
   * Lowers all hands in the own room.
   *
   * @throws RoomRefused {@code NOT_ALLOWED}
   */
  void lowerAll(Actor actor);

  /** Shows a reaction for a moment. */
  void react(Actor actor, Reaction reaction);

  /** Answers so, and not as before. */
  void answer(Actor actor, Answer answer);

  /** Takes the own answer back. */
  void withdrawAnswer(Actor actor);

  /**
   * Takes everybody's answer in the own room back.
   *
   * @throws RoomRefused {@code NOT_ALLOWED}
   */
  void clearAnswers(Actor actor);
}
