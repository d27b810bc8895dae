package plenum.settings;

import java.time.Duration;
import java.util.List;

/** What the value of a setting is. */
public sealed interface Kind {

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
