package plenum.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the value of a setting is. */
public sealed interface Kind {

  /** Whether a text is a value of this kind; its feature may still want another one. */
  default boolean permits(String text) {
    SettingsSource source = new SettingsSource(name -> Optional.of(text));
    try {
      if (this instanceof Number number) {
        source.number("", number.least(), number.most());
      } else if (this instanceof Time time) {
        source.duration("", time.least(), time.most());
      } else if (this instanceof Flag) {
        source.flag("");
      } else if (this instanceof Choice choice) {
        source.oneOf("", choice.choices());
      }
      return true;
    } catch (InvalidSetting another) {
      return false;
    }
  }

  /** A whole number from {@code least} to {@code most}. */
  record Number(int least, int most) implements Kind {}

  /** A duration such as {@code 20s}, from {@code least} to {@code most}. */
  record Time(Duration least, Duration most) implements Kind {}

  /** {@code true} or {@code false}. */
  record Flag() implements Kind {}

  /** One of these. */
  record Choice(List<String> choices) implements Kind {
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /** A text, which its feature reads in a way of its own. */
  record Text() implements Kind {}

  /** Texts separated by commas. */
  record Texts() implements Kind {}

  /** A text that nobody is shown. */
  record Secret() implements Kind {}
}
