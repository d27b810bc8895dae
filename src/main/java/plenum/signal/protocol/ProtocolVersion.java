package plenum.signal.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which versions of {@code docs/protocol.md} the server speaks; that document says what makes a new
 * one. The pages' own is in {@code js/shared/protocol.js}.
 */
public final class ProtocolVersion {

  /** The oldest that the server speaks. */
  static final int OLDEST = 1;

  /** The newest that it speaks, which is the one of its own pages. */
  static final int NEWEST = 1;

  /** What clients speak that do not say it, such as every one from before versions. */
  private static final int UNSAID = 1;

  private static final int MOST_OFFERED = 20;

  private ProtocolVersion() {}

  /**
   * The newest version that both sides speak; empty when there is none.
   *
   * @param offered what the client speaks, each as {@code 2} or {@code 1,2}; none when it does not
   *     say
   */
  public static OptionalInt common(List<String> offered) {
    return offered.isEmpty()
        ? spoken(Integer.toString(UNSAID))
        : offered.stream()
            .flatMap(some -> Arrays.stream(some.split(",", MOST_OFFERED)))
            .map(ProtocolVersion::spoken)
            .flatMapToInt(OptionalInt::stream)
            .max();
  }

  private static OptionalInt spoken(String offered) {
    if (!offered.matches("[0-9]{1,4}")) {
      return OptionalInt.empty();
    }
    int version = Integer.parseInt(offered);
    return version >= OLDEST && version <= NEWEST ? OptionalInt.of(version) : OptionalInt.empty();
  }

  /** As refusals tell them. */
  public static String spoken() {
    return OLDEST == NEWEST ? "" + NEWEST : OLDEST + "-" + NEWEST;
  }
}
