package plenum.signal.room;

import java.util.Optional;
import plenum.room.Gesture;
import plenum.signal.protocol.Change;

/**
 * A member's last reaction; in no snapshot, since it has passed for who comes later.
 *
 * @param number of the member's reactions: another one of the same kind is another
 */
record ReactionView(String id, String reaction, long number) implements RoomEntry {

  static Optional<ReactionView> of(Gesture gesture) {
    return gesture
        .reaction()
        .map(last -> new ReactionView(gesture.person().value(), last.text(), gesture.reactions()));
  }

  @Override
  public Change appeared() {
    return new RoomChange.MemberReacted(id, Optional.of(reaction), number);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.MemberReacted(id, Optional.empty(), number);
  }
}
