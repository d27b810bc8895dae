package plenum.admin.check;

import java.util.List;
import java.util.Objects;

/**
 * What one check found.
 *
 * @param check its name
 * @param state how it is
 * @param measured what was seen, in words of no language
 * @param advice the key of a sentence that says what to do, after {@code page.admin.check.}
 * @param values take the places of {@code {0}}, {@code {1}} in it
 */
public record Finding(
    String check, State state, String measured, String advice, List<String> values) {

  /** How it is. */
  public enum State {
    GOOD,
    /** It works, but somebody should look at it. */
    ATTENTION,
    /** It keeps people from meeting. */
    BAD,
    /** This installation has no such thing. */
    NONE
  }

  public Finding {
    Objects.requireNonNull(state, "a check finds something");
    values = List.copyOf(values);
  }

  static Finding good(String check, String measured, String advice) {
    return new Finding(check, State.GOOD, measured, advice, List.of());
  }

  static Finding attention(String check, String measured, String advice, String... values) {
    return new Finding(check, State.ATTENTION, measured, advice, List.of(values));
  }

  static Finding bad(String check, String measured, String advice, String... values) {
    return new Finding(check, State.BAD, measured, advice, List.of(values));
  }

  static Finding none(String check, String advice) {
    return new Finding(check, State.NONE, "", advice, List.of());
  }
}
