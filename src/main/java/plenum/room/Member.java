package plenum.room;

import java.util.List;
import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Somebody with a seat in a room.
 *
 * @param connected false while the server waits for a reconnection
 * @param streams what the media node reported to be on air
 */
public record Member(
    PersonId id, DisplayName name, Devices devices, boolean connected, List<MemberStream> streams) {

  public Member {
    Objects.requireNonNull(id, "a member has an id");
    Objects.requireNonNull(name, "a member has a name");
    Objects.requireNonNull(devices, "a member's devices are known");
    streams = List.copyOf(streams);
  }
}
