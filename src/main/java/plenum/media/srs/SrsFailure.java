package plenum.media.srs;

import java.util.Optional;

/** A request to an SRS that had no usable answer; the message says what happened, for the log. */
final class SrsFailure extends Exception {

  /** What is known about the cause. */
  enum Cause {
    /** Nobody listens there: the process is gone. */
    REFUSED,
    /** No answer in time. */
    SILENT,
    /** The connection was closed without an answer: SRS 6 says no to an offer in this way. */
    CLOSED,
    /** An answer, but an error or not what was expected. */
    WRONG
  }

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 200;

  private final Cause cause;
  private final String said;

  SrsFailure(Cause cause, String message) {
    this(cause, message, "");
  }

  /**
   * @param said what SRS itself wrote, as it came
   */
  SrsFailure(Cause cause, String message, String said) {
    super(message, null, false, false);
    this.cause = cause;
    this.said = said;
  }

  /** Why SRS said no, where it is a line that can be shown; SRS before 7 says nothing. */
  Optional<String> said() {
    String line = said.strip();
    boolean readable =
        !line.isEmpty() && line.length() <= LONGEST && line.matches("[\\p{Print}&&[^<>{}]]+");
    return readable ? Optional.of(line) : Optional.empty();
  }

  Cause why() {
    return cause;
  }
}
