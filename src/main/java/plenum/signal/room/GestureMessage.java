package plenum.signal.room;

import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about hands, reactions and answers. */
public sealed interface GestureMessage extends ClientMessage {

  record RaiseHand(OptionalLong request) implements GestureMessage {}

  /**
   * Lowers a hand.
   *
   * @param member whose; empty for the own one
   */
  record LowerHand(OptionalLong request, Optional<String> member) implements GestureMessage {}

  record LowerAllHands(OptionalLong request) implements GestureMessage {}

  record React(OptionalLong request, String reaction) implements GestureMessage {}

  record Answer(OptionalLong request, String answer) implements GestureMessage {}

  record WithdrawAnswer(OptionalLong request) implements GestureMessage {}

  record ClearAnswers(OptionalLong request) implements GestureMessage {}
}
