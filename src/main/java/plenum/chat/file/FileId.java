package plenum.chat.file;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * Names a file, from the beginning of its upload on.
 *
 * @param value 22 characters of {@code [A-Za-z0-9_-]}, which nobody guesses
 */
public record FileId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

  public FileId {
    Objects.requireNonNull(value, "a file's id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a file's id is 22 url-safe characters");
    }
  }

  /** The id that the text is, if it can be one. */
  public static Optional<FileId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
  }

  static FileId fresh() {
    return new FileId(RandomText.unguessable());
  }

  @Override
  public String toString() {
    return value;
  }
}
