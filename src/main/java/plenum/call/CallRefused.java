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

  static CallRefused offline() {
    return new CallRefused(Reason.PERSON_OFFLINE, "This person just went offline.");
  }

  static CallRefused busy(Party to) {
    return new CallRefused(
        Reason.PERSON_BUSY, "%s is in a call. Try again later.".formatted(to.name()));
  }

  static CallRefused alreadyInACall() {
    return new CallRefused(
        Reason.ALREADY_IN_A_CALL, "You are in a call already, perhaps in another tab.");
  }

  static CallRefused tooManyCalls(int permitted) {
    return new CallRefused(
        Reason.TOO_MANY_CALLS,
        "There are %d calls at this moment, as many as this server permits. Try again later."
            .formatted(permitted));
  }

  static CallRefused over() {
    return new CallRefused(Reason.CALL_OVER, "This call is over.");
  }

  static CallRefused answered() {
    return new CallRefused(Reason.CALL_ANSWERED, "You answered this call in another tab.");
  }

  static CallRefused notAllowed(String sentence) {
    return new CallRefused(Reason.NOT_ALLOWED, sentence);
  }

  public Reason reason() {
    return reason;
  }
}
