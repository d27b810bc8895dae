package plenum.database.records;

import java.util.Arrays;
import java.util.List;

/**
 * Words of programs that a column can have.
 *
 * @param name by which the sentences are found that readers are shown instead
 * @param words all of them, as they are kept; none where there can be others
 * @param several whether there can be more than one of them, one a line; none is in another then
 */
public record WordSet(String name, List<String> words, boolean several) {

  /** Why a camera or a microphone cannot be used, as a page finds it. */
  static final WordSet DEVICE_PROBLEMS =
      of(
          "device",
          "denied",
          "denied-by-system",
          "dismissed",
          "blocked",
          "insecure",
          "not-found",
          "busy",
          "unsuitable",
          "unplugged",
          "unknown");

  static WordSet of(String name, Enum<?>... words) {
    return new WordSet(name, Arrays.stream(words).map(Enum::name).toList(), false);
  }

  static WordSet of(String name, String... words) {
    return new WordSet(name, List.of(words), false);
  }

  /** Of which only sentences tell what there are. */
  static WordSet open(String name) {
    return new WordSet(name, List.of(), false);
  }

  WordSet any() {
    return new WordSet(name, words, true);
  }

  /** Whether this is all that a line has that is looked for by it. */
  boolean isWhole(String text) {
    return !several && words.contains(text);
  }
}
