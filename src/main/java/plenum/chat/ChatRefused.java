package plenum.chat;

import plenum.text.Refused;
import plenum.text.Sentence;

/** Something that cannot be said, or changed. */
public final class ChatRefused extends Refused {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    /** Nothing to read, or too long. */
    MESSAGE_INVALID(400),
    /** Too many lately. */
    TOO_MANY_MESSAGES(429),
    /** Somebody has as many as are kept of one person. */
    TOO_MANY_NOTES(409),
    NO_SUCH_PERSON(404),
    NO_SUCH_MESSAGE(404),
    /** It cannot be changed any more. */
    TOO_LATE(409),
    NO_SUCH_MEMBER(404),
    NO_SUCH_ROOM(404),
    NOT_ALLOWED(403),
    NOT_IN_A_ROOM(409);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  /**
   * @param key of the sentence for a person
   * @param values that the sentence tells
   */
  public ChatRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }
}
