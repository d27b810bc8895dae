package plenum.room;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.StreamId;

/**
 * A camera, an encoder or another sender that somebody added to a room. While it is on air it is
 * shown among the members.
 *
 * @param holder whose its key is: who added it, or renewed the key since; nobody else sees the key
 * @param stream what it may publish, as long as it is not removed and its key not renewed
 * @param onAir what the media node reported; empty while the device is waited for
 */
public record RoomDevice(
    DeviceId id, DeviceName name, PersonId holder, StreamId stream, Optional<OnAir> onAir) {

  static final String SOURCE = "device";

  public RoomDevice {
    Objects.requireNonNull(id, "a device has an id");
    Objects.requireNonNull(name, "a device has a name");
    Objects.requireNonNull(holder, "a device's key is somebody's");
    Objects.requireNonNull(stream, "a device has a stream");
    Objects.requireNonNull(onAir, "a device that is waited for is not null");
  }

  /** Its streams as a member has them: one while it is on air. */
  public List<MemberStream> streams() {
    return onAir.map(air -> MemberStream.of(air, SOURCE)).stream().toList();
  }

  /** The same device, with what the media node reports now. */
  RoomDevice reported(Optional<OnAir> now) {
    return new RoomDevice(id, name, holder, stream, now);
  }

  /** The same device with another stream, so that keys of the one before are good for nothing. */
  RoomDevice renewed(PersonId newHolder, StreamId fresh) {
    return new RoomDevice(id, name, newHolder, fresh, Optional.empty());
  }
}
