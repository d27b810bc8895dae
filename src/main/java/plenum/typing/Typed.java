package plenum.typing;

import java.util.Objects;

/**
 * One edit.
 *
 * @param stream the writer's own name for the edits that are counted together; those of another
 *     stream begin at 1, with an empty line
 * @param number the edit's: one that came already is not taken twice
 * @param text characters of T.140, see {@link T140}
 */
public record Typed(String stream, long number, String text) {

  /** Code points of one edit. */
  public static final int LONGEST = 4_000;

  /** Characters of a stream's name. */
  public static final int LONGEST_STREAM = 64;

  public Typed {
    Objects.requireNonNull(stream, "edits are counted");
    Objects.requireNonNull(text, "something was typed");
  }

  /** Whether it can be taken at all. */
  public boolean isPossible() {
    return number > 0
        && !stream.isEmpty()
        && stream.length() <= LONGEST_STREAM
        && text.codePointCount(0, text.length()) <= LONGEST;
  }
}
