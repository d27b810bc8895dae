package plenum.room;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.VisibleText;

/**
 * How a device is called: as people are, 1 to 40 visible code points of any script.
 *
 * @param value the name as it is shown, in NFC
 */
public record DeviceName(String value) {

  /**
   * @throws RoomRefused {@code DEVICE_NAME_INVALID} when no device could be called so
   */
  public DeviceName {
    Objects.requireNonNull(value, "a device name has a value");
    value =
        VisibleText.of(value, DisplayName.LONGEST)
            .orElseThrow(
                () ->
                    new RoomRefused(RoomRefused.Reason.DEVICE_NAME_INVALID, "device-name-invalid"));
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
