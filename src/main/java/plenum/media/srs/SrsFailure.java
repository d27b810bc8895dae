package plenum.media.srs;

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

  private final Cause cause;

  SrsFailure(Cause cause, String message) {
    super(message, null, false, false);
    this.cause = cause;
  }

  Cause why() {
    return cause;
  }
}
