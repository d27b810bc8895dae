package plenum.room;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.identity.PersonId;

/**
 * What somebody in a room shows without speaking.
 *
 * @param hand the turn of a hand that is up: whose is the lowest raised it first
 * @param answer what is answered now
 * @param reaction the last reaction, which may have passed
 * @param reactions how many there were, so that one after another of the same kind is another
 */
public record Gesture(
    PersonId person,
    OptionalLong hand,
    Optional<Answer> answer,
    Optional<Reaction> reaction,
    long reactions) {

  /** The same as it is of somebody who just came. */
  static Gesture none(PersonId person) {
    return new Gesture(person, OptionalLong.empty(), Optional.empty(), Optional.empty(), 0);
  }

  public Gesture {
    Objects.requireNonNull(person, "somebody shows it");
    Objects.requireNonNull(hand, "a hand that is down is empty");
    Objects.requireNonNull(answer, "no answer is empty");
    Objects.requireNonNull(reaction, "no reaction is empty");
  }

  Gesture hand(OptionalLong turn) {
    return new Gesture(person, turn, answer, reaction, reactions);
  }

  Gesture answer(Optional<Answer> given) {
    return new Gesture(person, hand, given, reaction, reactions);
  }

  Gesture react(Reaction shown) {
    return new Gesture(person, hand, answer, Optional.of(shown), reactions + 1);
  }
}
