package plenum.room;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * Names a room in links.
 *
 * @param value 1 to 32 letters and digits
 */
public record RoomId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final int LENGTH = 8;

  public RoomId {
    Objects.requireNonNull(value, "a room id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a room id is 1 to 32 letters and digits");
    }
  }

  /** The id that the text is, if it can be one. */
  public static Optional<RoomId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RoomId(text)) : Optional.empty();
  }

  /** A new room's; short, since people read it out. */
  public static RoomId fresh() {
    return new RoomId(RandomText.letters(LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
