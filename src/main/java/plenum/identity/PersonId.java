package plenum.identity;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a person towards others. Unguessable, but no secret: the cookie's signature proves who one
 * is.
 *
 * @param value 22 characters of {@code [A-Za-z0-9_-]}
 */
public record PersonId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

  public PersonId {
    Objects.requireNonNull(value, "a person id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a person id is 22 url-safe characters");
    }
  }

  /** Whether the text can be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** A new person's. */
  public static PersonId fresh() {
    return new PersonId(RandomText.unguessable());
  }

  @Override
  public String toString() {
    return value;
  }
}
