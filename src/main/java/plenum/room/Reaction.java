package plenum.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody shows for a moment; in lower case and with hyphens, as messages name it. */
public enum Reaction {
  THUMBS_UP,
  APPLAUSE,
  HEART,
  LAUGH,
  SURPRISE,
  CELEBRATE;

  /** As messages name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that messages name so. */
  public static Optional<Reaction> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
