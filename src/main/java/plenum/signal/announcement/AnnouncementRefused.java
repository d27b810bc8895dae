package plenum.signal.announcement;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something is not told to people. */
public final class AnnouncementRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** Nothing that can be read in one line, or too long. */
    ANNOUNCEMENT_INVALID(400),
    /** Only administrators may. */
    ADMINISTRATORS_ONLY(403),
    /** Nobody is in such a room. */
    NOBODY_THERE(404),
    /** Too many lately. */
    TOO_MANY_ANNOUNCEMENTS(429);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  AnnouncementRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }
}
