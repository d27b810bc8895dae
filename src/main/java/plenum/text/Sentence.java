package plenum.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Something to be told to a person, in whatever language that one reads.
 *
 * @param key in the bundle {@code plenum/texts/refusals}
 * @param values take the places of {@code {0}}, {@code {1}} and so on
 */
public record Sentence(String key, List<String> values) {

  public Sentence {
    Objects.requireNonNull(key, "a sentence has a key");
    values = List.copyOf(values);
  }

  /** The sentence of this key with these values, as their {@code toString} writes them. */
  public static Sentence of(String key, Object... values) {
    return new Sentence(key, Arrays.stream(values).map(String::valueOf).toList());
  }
}
