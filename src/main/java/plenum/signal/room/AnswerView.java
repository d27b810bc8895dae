package plenum.signal.room;

import java.util.Optional;
import plenum.room.Gesture;
import plenum.signal.protocol.Change;

/** What a member answers. */
public record AnswerView(String id, String answer) implements RoomEntry {

  static Optional<AnswerView> of(Gesture gesture) {
    return gesture.answer().map(answer -> new AnswerView(gesture.person().value(), answer.text()));
  }

  @Override
  public Change appeared() {
    return new RoomChange.AnswerGiven(id, answer);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.AnswerWithdrawn(id);
  }
}
