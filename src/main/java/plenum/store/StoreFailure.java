package plenum.store;

import java.io.IOException;

/**
 * What is kept cannot be read, written or set aside now, such as a file; the message is one
 * sentence.
 */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  StoreFailure(String what, IOException cause) {
    super("%s: %s.".formatted(what, Reasons.of(cause)), cause);
    this.reason = Reasons.of(cause);
  }

  /**
   * @param what cannot be done, without a dot
   * @param reason in the words of whoever refused it
   */
  public StoreFailure(String what, String reason) {
    super("%s: %s.".formatted(what, reason));
    this.reason = reason;
  }

  /** What it is to hold cannot be told. */
  StoreFailure(String what, RuntimeException defect) {
    super("%s: %s.".formatted(what, defect), defect);
    this.reason = defect.toString();
  }

  /** Why, in the words of the system, such as {@code No space left on device}. */
  public String reason() {
    return reason;
  }
}
