package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.StreamId;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomRefused.Reason;

/** What people do with the devices of their room. */
final class Equipping {

  private final Rights rights;
  private final Steps steps;
  private final RoomStreams streams;
  private final Seats seats;
  private final RoomDevices devices;

  Equipping(Rights rights, Steps steps, RoomStreams streams, Seats seats, RoomDevices devices) {
    this.rights = rights;
    this.steps = steps;
    this.streams = streams;
    this.seats = seats;
    this.devices = devices;
  }

  List<RoomDevice> devices(RoomId room) {
    return steps.look(() -> devices.of(room));
  }

  Optional<RoomDevice> device(RoomId room, DeviceId device) {
    return steps.look(() -> devices.find(room, device));
  }

  RoomDevice add(Actor actor, DeviceName name) {
    Room room = roomOf(actor);
    StreamId fresh = streams.openForDevice(room.place());
    return steps.change(
        entails -> {
          entails.end(fresh);
          entails.act(actor, Deeds.ADD_DEVICE, room.id());
          seats.heldIn(room, actor.session());
          room.requireListed();
          requireEquipping(actor, room);
          return devices.add(room.id(), name, actor.person(), fresh, entails);
        });
  }

  void remove(Actor actor, DeviceId device) {
    steps.change(
        entails -> {
          entails.act(actor, Deeds.REMOVE_DEVICE, device.value());
          Room room = seats.held(actor.session()).room();
          requireEquipping(actor, room);
          devices.remove(room.id(), device, entails);
          return device;
        });
  }

  /** A device stays when who added it is gone: it is no matter for outsiders. */
  private void requireEquipping(Actor actor, Room room) {
    if (!rights.may(actor, RoomAct.EQUIP, room.rules())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.equip");
    }
  }

  /** The device with its key. */
  RoomDevice show(Actor actor, DeviceId device) {
    return steps.change(
        entails -> {
          Room room = seats.held(actor.session()).room();
          entails.actIfRefused(actor, Deeds.SHOW_DEVICE, room.id());
          RoomDevice found = devices.existing(room.id(), device);
          if (!rights.maySeeDeviceKey(actor, found.holder())) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.device-key");
          }
          return found;
        });
  }

  /** Another key for it. */
  RoomDevice renew(Actor actor, DeviceId device) {
    Room room = roomOf(actor);
    StreamId fresh = streams.openForDevice(room.place());
    return steps.change(
        entails -> {
          entails.end(fresh);
          seats.heldIn(room, actor.session());
          entails.act(actor, Deeds.RENEW_DEVICE, device.value());
          PersonId holder = devices.existing(room.id(), device).holder();
          if (!rights.mayRenewDeviceKey(actor, room.rules(), holder)) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.renew-device");
          }
          return devices.renew(room.id(), device, actor.person(), fresh, entails);
        });
  }

  /** Of the room, only what never changes may be asked without the lock. */
  private Room roomOf(Actor actor) {
    return steps.look(() -> seats.held(actor.session()).room());
  }
}
