package plenum.room;

import java.util.Objects;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * Names a device of a room. As a member it has the same id, so it is shorter than any person's.
 *
 * @param value 12 letters and digits
 */
public record DeviceId(String value) {

  private static final int LENGTH = 12;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");

  public DeviceId {
    Objects.requireNonNull(value, "a device id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a device id is 12 letters and digits");
    }
  }

  /** A new device's. */
  public static DeviceId fresh() {
    return new DeviceId(RandomText.letters(LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
