package plenum.store;

import java.io.IOException;

/** A file that cannot be read, written or set aside now; the message is one sentence. */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  StoreFailure(String what, IOException cause) {
    super("%s: %s.".formatted(what, Reasons.of(cause)), cause);
    this.reason = Reasons.of(cause);
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
