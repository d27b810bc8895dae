package plenum.room;

/** A request that a room cannot serve; the message is a sentence for a person. */
public final class RoomRefused extends RuntimeException {

  /** Why; in lower case and with hyphens, the code of the protocol. */
  public enum Reason {
    ROOM_NAME_INVALID,
    ROOM_NAME_TAKEN,
    TOO_MANY_ROOMS,
    NO_SUCH_ROOM,
    ROOM_FULL,
    ROOM_NOT_EMPTY,
    NOT_ALLOWED,
    NOT_IN_A_ROOM,
    NO_SUCH_STREAM,
    DEVICE_NAME_INVALID,
    DEVICE_NAME_TAKEN,
    TOO_MANY_DEVICES,
    NO_SUCH_DEVICE,
    STAGE_BUSY,
    STAGE_FREE,
    NOT_ON_STAGE,
    NO_SUCH_REQUEST
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public RoomRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
