package plenum.room;

import java.util.Objects;
import plenum.identity.VisibleText;

/**
 * How a room is called: 1 to 60 visible code points of any script.
 *
 * @param value the name as it is shown, in NFC
 */
public record RoomName(String value) {

  /** Code points at most. */
  public static final int LONGEST = 60;

  /**
   * @throws RoomRefused {@code ROOM_NAME_INVALID} when no room could be called so
   */
  public RoomName {
    Objects.requireNonNull(value, "a room name has a value");
    value =
        VisibleText.of(value, LONGEST)
            .orElseThrow(
                () -> new RoomRefused(RoomRefused.Reason.ROOM_NAME_INVALID, "room-name-invalid"));
  }

  /** Equal for names that people would take for the same. */
  public String key() {
    return VisibleText.comparisonKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
