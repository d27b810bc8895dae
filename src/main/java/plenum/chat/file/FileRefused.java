package plenum.chat.file;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A file that is not taken. */
public final class FileRefused extends Refused {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    /** This site takes none. */
    FILES_NOT_PERMITTED(403),
    /** No name, or no length. */
    FILE_INVALID(400),
    /** Longer than one may be. */
    FILE_TOO_LARGE(413),
    /** Not of a type that is permitted, or other than its name says. */
    FILE_TYPE_REFUSED(415),
    /** As much is kept as there may be. */
    FILES_FULL(409),
    /** The disk has no room, or cannot be written. */
    NO_SPACE(507),
    /** The person has as many under way as one may. */
    TOO_MANY_UPLOADS(429),
    /** The piece does not begin where the last one ended. */
    WRONG_OFFSET(409),
    /** No such upload, or somebody else's. */
    NO_SUCH_FILE(404);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  /** No such upload, or somebody else's. */
  public static FileRefused noSuchFile() {
    return new FileRefused(Reason.NO_SUCH_FILE, "no-such-file");
  }

  /**
   * @param key of the sentence for a person
   * @param values that the sentence tells
   */
  public FileRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }
}
