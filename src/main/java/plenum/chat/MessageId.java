package plenum.chat;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.RandomText;

/**
 * Names a message within its conversation.
 *
 * @param value 1 to 32 letters and digits
 */
public record MessageId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final int LENGTH = 12;

  public MessageId {
    Objects.requireNonNull(value, "a message id has a value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a message id is 1 to 32 letters and digits");
    }
  }

  /** The id that the text is, if it can be one. */
  public static Optional<MessageId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
  }

  static MessageId fresh() {
    return new MessageId(RandomText.letters(LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
