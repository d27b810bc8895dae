package plenum.signal.room;

import plenum.identity.PersonId;
import plenum.room.DeviceId;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;

/** What clients name; a name that cannot be one is of nothing that there is. */
public final class Ids {

  private Ids() {}

  /** The room of this id, which need not exist. */
  public static RoomId room(String text) {
    return RoomId.parse(text)
        .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_ROOM, "no-such-room"));
  }

  /** Somebody in the own room. */
  static PersonId member(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException malformed) {
      throw new RoomRefused(Reason.NO_SUCH_MEMBER, "no-such-member.unknown");
    }
  }

  static DeviceId device(String text) {
    try {
      return new DeviceId(text);
    } catch (IllegalArgumentException malformed) {
      throw new RoomRefused(Reason.NO_SUCH_DEVICE, "no-such-device.unknown");
    }
  }
}
