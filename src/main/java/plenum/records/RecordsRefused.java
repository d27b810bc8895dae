package plenum.records;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something about records is not possible. */
public final class RecordsRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** Only administrators may. */
    ADMINISTRATORS_ONLY(403),
    /** The database does not answer, or too many ask at once. */
    RECORDS_UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  RecordsRefused(Reason reason, String key) {
    super(reason, reason.status, Sentence.of(key));
  }

  /** Only administrators may. */
  public static RecordsRefused administratorsOnly() {
    return new RecordsRefused(Reason.ADMINISTRATORS_ONLY, "administrators-only");
  }

  /** They cannot be read or changed now. */
  public static RecordsRefused unavailable() {
    return new RecordsRefused(Reason.RECORDS_UNAVAILABLE, "records-unavailable");
  }
}
