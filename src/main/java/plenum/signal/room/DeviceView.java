package plenum.signal.room;

import plenum.room.RoomDevice;
import plenum.signal.protocol.Change;

/**
 * A device that somebody added to a room; nothing of its address.
 *
 * @param holder the id of the person whose its key is
 * @param onAir whether it sends now, and is a member too
 */
public record DeviceView(String id, String name, String holder, boolean onAir)
    implements RoomEntry {
  static DeviceView of(RoomDevice device) {
    return new DeviceView(
        device.id().value(),
        device.name().value(),
        device.holder().value(),
        device.onAir().isPresent());
  }

  @Override
  public Change appeared() {
    return new RoomChange.DeviceAdded(this);
  }

  @Override
  public Change changed() {
    return new RoomChange.DeviceUpdated(this);
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.DeviceRemoved(id);
  }
}
