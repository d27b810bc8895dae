package plenum.typing;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something is not taken as real-time text. */
public final class TypingRefused extends Refused {

  /** Why. */
  public enum Reason {
    TOO_FAST(429),
    OUT_OF_STEP(409);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TypingRefused(Reason reason, String key) {
    super(reason, reason.status, Sentence.of(key));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
