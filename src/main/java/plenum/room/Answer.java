package plenum.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody says without a word, until taken back; a person gives one at a time. */
public enum Answer {
  YES,
  NO,
  /** Whoever speaks shall speak slower. */
  SLOWER;

  /** As messages name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that messages name so. */
  public static Optional<Answer> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
