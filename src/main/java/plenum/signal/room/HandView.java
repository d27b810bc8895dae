package plenum.signal.room;

import java.util.Optional;
import plenum.room.Gesture;
import plenum.signal.protocol.Change;

/**
 * A member's hand that is up.
 *
 * @param turn of all that are up the lowest was raised first
 */
public record HandView(String id, long turn) implements RoomEntry {

  static Optional<HandView> of(Gesture gesture) {
    return gesture.hand().stream()
        .mapToObj(turn -> new HandView(gesture.person().value(), turn))
        .findFirst();
  }

  @Override
  public Change appeared() {
    return new RoomChange.HandRaised(id, turn);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.HandLowered(id);
  }
}
