package plenum.call;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A request about a call that cannot be served. */
public final class CallRefused extends Refused {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    CALL_YOURSELF(409),
    PERSON_OFFLINE(404),
    PERSON_BUSY(409),
    ALREADY_IN_A_CALL(409),
    TOO_MANY_CALLS(503),
    /** There is no such call any more, or it is none of the person's. */
    CALL_OVER(404),
    /** Another tab accepted it. */
    CALL_ANSWERED(409),
    /** Nobody has answered yet. */
    CALL_RINGING(409),
    /** The other side's right. */
    NOT_ALLOWED(403);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param key of the sentence for a person
   * @param values that the sentence tells
   */
  public CallRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
    this.reason = reason;
  }

  static CallRefused offline() {
    return new CallRefused(Reason.PERSON_OFFLINE, "person-offline");
  }

  static CallRefused busy(Party to) {
    return new CallRefused(Reason.PERSON_BUSY, "person-busy", to.name());
  }

  static CallRefused alreadyInACall() {
    return new CallRefused(Reason.ALREADY_IN_A_CALL, "already-in-a-call");
  }

  static CallRefused tooManyCalls(int permitted) {
    return new CallRefused(Reason.TOO_MANY_CALLS, "too-many-calls", permitted);
  }

  static CallRefused over() {
    return new CallRefused(Reason.CALL_OVER, "call-over");
  }

  static CallRefused answered() {
    return new CallRefused(Reason.CALL_ANSWERED, "call-answered");
  }

  static CallRefused notAllowed(String key) {
    return new CallRefused(Reason.NOT_ALLOWED, key);
  }

  public Reason reason() {
    return reason;
  }
}
