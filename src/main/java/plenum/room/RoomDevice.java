package plenum.room;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.media.OnAir;
import plenum.media.StreamId;

/**
 * A camera, an encoder or another sender that somebody added to a room. While it is on air it is
 * shown among the members.
 *
 * @param stream what it may publish, as long as it is not removed
 * @param onAir what the media node reported; empty while the device is waited for
 */
public record RoomDevice(DeviceId id, DeviceName name, StreamId stream, Optional<OnAir> onAir) {

  static final String SOURCE = "device";

  public RoomDevice {
    Objects.requireNonNull(id, "a device has an id");
    Objects.requireNonNull(name, "a device has a name");
    Objects.requireNonNull(stream, "a device has a stream");
    Objects.requireNonNull(onAir, "a device that is waited for is not null");
  }

  /** Its streams as a member has them: one while it is on air. */
  public List<MemberStream> streams() {
    return onAir.map(air -> MemberStream.of(air, SOURCE)).stream().toList();
  }

  /** The same device, with what the media node reports now. */
  RoomDevice reported(Optional<OnAir> now) {
    return new RoomDevice(id, name, stream, now);
  }
}
