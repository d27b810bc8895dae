package plenum.admin;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something that an administrator wanted is not possible. */
public final class AdminRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** What is kept cannot be read now. */
    DATABASE_AWAY(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  public AdminRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }
}
