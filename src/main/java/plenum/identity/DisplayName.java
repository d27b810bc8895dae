package plenum.identity;

import java.util.Objects;

/**
 * How a person is called: 1 to 40 visible code points of any script.
 *
 * @param value the name as it is shown, in NFC
 */
public record DisplayName(String value) {

  /** Code points at most. */
  public static final int LONGEST = 40;

  /**
   * @throws InvalidName when nobody could be called so
   */
  public DisplayName {
    Objects.requireNonNull(value, "a display name has a value");
    value = VisibleText.of(value, LONGEST).orElseThrow(() -> new InvalidName("name-invalid"));
  }

  /**
   * @throws InvalidName when nobody could be called so
   */
  public static DisplayName of(String raw) {
    return new DisplayName(raw);
  }

  /** The same name with a number behind it, for somebody who cannot be called so. */
  public DisplayName numbered(int number) {
    String suffix = " (" + number + ")";
    int kept = Math.min(value.codePointCount(0, value.length()), LONGEST - suffix.length());
    return of(value.substring(0, value.offsetByCodePoints(0, kept)).strip() + suffix);
  }

  /** Equal for names that people would take for the same. */
  public String key() {
    return VisibleText.lookKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
