package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.Paces;
import plenum.room.Gestures;
import plenum.room.Reaction;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.GestureMessage.Answer;
import plenum.signal.room.GestureMessage.ClearAnswers;
import plenum.signal.room.GestureMessage.LowerAllHands;
import plenum.signal.room.GestureMessage.LowerHand;
import plenum.signal.room.GestureMessage.RaiseHand;
import plenum.signal.room.GestureMessage.React;
import plenum.signal.room.GestureMessage.WithdrawAnswer;

/** Does what clients ask for about hands, reactions and answers; each is answered by done. */
final class GesturePart implements Part {

  private final Gestures gestures;
  private final Paces paces;

  GesturePart(Gestures gestures, Paces paces) {
    this.gestures = gestures;
    this.paces = paces;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(RaiseHand.class, this::raise),
        Act.of(LowerHand.class, this::lower),
        Act.of(LowerAllHands.class, this::lowerAll),
        Act.of(React.class, this::react),
        Act.of(Answer.class, this::answer),
        Act.of(WithdrawAnswer.class, this::withdraw),
        Act.of(ClearAnswers.class, this::clear));
  }

  private void raise(Connection connection, RaiseHand message) {
    gestures.raise(connection.actor());
    done(connection, message);
  }

  private void lower(Connection connection, LowerHand message) {
    message
        .member()
        .map(Ids::member)
        .ifPresentOrElse(
            member -> gestures.lower(connection.actor(), member),
            () -> gestures.lower(connection.actor()));
    done(connection, message);
  }

  private void lowerAll(Connection connection, LowerAllHands message) {
    gestures.lowerAll(connection.actor());
    done(connection, message);
  }

  private void react(Connection connection, React message) {
    Reaction reaction = known(message, Reaction.of(message.reaction()));
    paces.react(connection.actor());
    gestures.react(connection.actor(), reaction);
    done(connection, message);
  }

  private void answer(Connection connection, Answer message) {
    gestures.answer(connection.actor(), known(message, plenum.room.Answer.of(message.answer())));
    done(connection, message);
  }

  private void withdraw(Connection connection, WithdrawAnswer message) {
    gestures.withdrawAnswer(connection.actor());
    done(connection, message);
  }

  private void clear(Connection connection, ClearAnswers message) {
    gestures.clearAnswers(connection.actor());
    done(connection, message);
  }

  private static <T> T known(GestureMessage message, Optional<T> named) {
    return named.orElseThrow(() -> BadMessage.of(message.request(), "bad-message.gesture"));
  }

  private static void done(Connection connection, GestureMessage message) {
    connection.send(new ServerMessage.Done(message.request()));
  }
}
