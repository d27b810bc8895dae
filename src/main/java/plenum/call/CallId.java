package plenum.call;

import java.util.Objects;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * Names a call. Only its two persons are told, and only they can do anything with it.
 *
 * @param value 16 letters and digits
 */
public record CallId(String value) {

  private static final int LENGTH = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");

  public CallId {
    Objects.requireNonNull(value, "a call id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a call id is 16 letters and digits");
    }
  }

  /** A new call's. */
  public static CallId fresh() {
    return new CallId(RandomText.letters(LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
