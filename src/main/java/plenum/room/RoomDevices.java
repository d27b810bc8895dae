package plenum.room;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.room.RoomEvent.DeviceAdded;
import plenum.room.RoomEvent.DeviceRemoved;
import plenum.room.RoomEvent.DeviceUpdated;
import plenum.room.RoomRefused.Reason;

/** The devices of all rooms; guarded by the registry's lock. */
final class RoomDevices {

  private record Placed(RoomId room, DeviceId device) {}

  private final IntSupplier limit;
  private final Map<RoomId, Map<DeviceId, RoomDevice>> byRoom = new HashMap<>();
  private final Map<StreamId, Placed> byStream = new HashMap<>();

  /**
   * @param limit devices of one room
   */
  RoomDevices(IntSupplier limit) {
    this.limit = limit;
  }

  /** The devices of a room, in the order they were added. */
  List<RoomDevice> of(RoomId room) {
    return List.copyOf(byRoom.getOrDefault(room, Map.of()).values());
  }

  Optional<RoomDevice> find(RoomId room, DeviceId device) {
    return Optional.ofNullable(byRoom.getOrDefault(room, Map.of()).get(device));
  }

  /** The device of that room that publishes the stream of this name. */
  Optional<RoomDevice> publishing(RoomId room, String stream) {
    return of(room).stream().filter(device -> device.stream().name().equals(stream)).findFirst();
  }

  /**
   * @throws RoomRefused {@code NO_SUCH_DEVICE}
   */
  RoomDevice existing(RoomId room, DeviceId device) {
    return find(room, device)
        .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_DEVICE, "no-such-device"));
  }

  /** Adds a device that may publish the stream, which is kept when it is not refused. */
  RoomDevice add(
      RoomId room, DeviceName name, PersonId holder, StreamId stream, Consequences entails) {
    check(room, name);
    RoomDevice device = new RoomDevice(unusedId(room), name, holder, stream, Optional.empty());
    put(room, device);
    byStream.put(stream, new Placed(room, device.id()));
    entails.keep(stream);
    entails.tell(new DeviceAdded(room, device.id()));
    return device;
  }

  private void check(RoomId room, DeviceName name) {
    if (limit.getAsInt() == 0) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.devices");
    }
    List<RoomDevice> present = of(room);
    if (present.stream().anyMatch(device -> device.name().key().equals(name.key()))) {
      throw new RoomRefused(Reason.DEVICE_NAME_TAKEN, "device-name-taken", name);
    }
    if (present.size() >= limit.getAsInt()) {
      throw new RoomRefused(Reason.TOO_MANY_DEVICES, "too-many-devices", limit.getAsInt());
    }
  }

  /** Another stream for a device, which is kept; the one before ends, and its keys with it. */
  RoomDevice renew(
      RoomId room, DeviceId id, PersonId holder, StreamId fresh, Consequences entails) {
    RoomDevice before = existing(room, id);
    forget(before, entails);
    RoomDevice device = before.renewed(holder, fresh);
    put(room, device);
    byStream.put(fresh, new Placed(room, id));
    entails.keep(fresh);
    entails.tell(new DeviceUpdated(room, id));
    return device;
  }

  /** Removes a device; its stream ends. */
  void remove(RoomId room, DeviceId id, Consequences entails) {
    RoomDevice device = existing(room, id);
    byRoom.get(room).remove(id);
    forget(device, entails);
    entails.tell(new DeviceRemoved(room, id));
  }

  /** Whoever was sent out is neither seen nor heard there by a device of the own any more. */
  void removeHeldBy(PersonId holder, RoomId room, Consequences entails) {
    of(room).stream()
        .filter(device -> device.holder().equals(holder))
        .forEach(device -> remove(room, device.id(), entails));
  }

  /** The room is gone, and its devices with it. */
  void removeAll(RoomId room, Consequences entails) {
    of(room).forEach(device -> forget(device, entails));
    byRoom.remove(room);
  }

  private void forget(RoomDevice device, Consequences entails) {
    byStream.remove(device.stream());
    entails.end(device.stream());
  }

  /** The media node reported something of a stream, which need not be a device's. */
  void report(StreamId stream, Optional<OnAir> onAir, Consequences entails) {
    Placed placed = byStream.get(stream);
    if (placed != null) {
      put(placed.room(), existing(placed.room(), placed.device()).reported(onAir));
      entails.tell(new DeviceUpdated(placed.room(), placed.device()));
    }
  }

  private void put(RoomId room, RoomDevice device) {
    byRoom.computeIfAbsent(room, id -> new LinkedHashMap<>()).put(device.id(), device);
  }

  private DeviceId unusedId(RoomId room) {
    DeviceId id = DeviceId.fresh();
    return find(room, id).isPresent() ? unusedId(room) : id;
  }
}
