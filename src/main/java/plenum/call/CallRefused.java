package plenum.call;

/** A request about a call that cannot be served; the message is a sentence for a person. */
public final class CallRefused extends RuntimeException {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    CALL_YOURSELF,
    PERSON_OFFLINE,
    PERSON_BUSY,
    ALREADY_IN_A_CALL,
    TOO_MANY_CALLS,
    /** There is no such call any more, or it is none of the person's. */
    CALL_OVER,
    /** Another tab accepted it. */
    CALL_ANSWERED,
    /** Nobody has answered yet. */
    CALL_RINGING,
    /** The other side's right. */
    NOT_ALLOWED
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public CallRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
