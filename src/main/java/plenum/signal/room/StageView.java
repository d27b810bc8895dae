package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.StageState;
import plenum.signal.protocol.Change;

/**
 * A room's stage.
 *
 * @param member who has it
 * @param onAir whether that one's screen is on air
 * @param requests the members who ask for it
 */
public record StageView(Optional<String> member, boolean onAir, List<String> requests)
    implements RoomEntry {

  static StageView of(StageState stage) {
    return new StageView(
        stage.holder().map(PersonId::value),
        stage.onAir(),
        stage.requests().stream().map(PersonId::value).toList());
  }

  @Override
  public Change appeared() {
    return changed();
  }

  @Override
  public Change changed() {
    return new RoomChange.StageChanged(this);
  }

  @Override
  public Change gone(String reason) {
    return changed();
  }
}
