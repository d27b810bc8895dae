package plenum.room;

import plenum.text.Refused;
import plenum.text.Sentence;

/** A request that a room cannot serve. */
public final class RoomRefused extends Refused {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    ROOM_NAME_INVALID(400),
    ROOM_NAME_TAKEN(409),
    TOO_MANY_ROOMS(503),
    NO_SUCH_ROOM(404),
    ROOM_FULL(503),
    ROOM_NOT_EMPTY(409),
    NOT_ALLOWED(403),
    NOT_IN_A_ROOM(409),
    NO_SUCH_STREAM(404),
    DEVICE_NAME_INVALID(400),
    DEVICE_NAME_TAKEN(409),
    TOO_MANY_DEVICES(409),
    NO_SUCH_DEVICE(404),
    STAGE_BUSY(409),
    STAGE_FREE(409),
    NOT_ON_STAGE(409),
    NO_SUCH_REQUEST(404),
    ROOM_LOCKED(403),
    PASSWORD_NEEDED(403),
    PASSWORD_WRONG(403),
    TOO_MANY_ATTEMPTS(429),
    BANNED(403),
    OPTIONS_INVALID(400),
    NO_SUCH_MEMBER(404),
    NOT_WAITING(404);

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
  public RoomRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
