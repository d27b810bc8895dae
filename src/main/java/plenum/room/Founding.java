package plenum.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;

/** How rooms begin, become others, and end; part of a step of the registry. */
final class Founding {

  private final Rights rights;
  private final RoomIndex rooms;
  private final RoomDevices devices;
  private final Seating seating;

  Founding(Rights rights, RoomIndex rooms, RoomDevices devices, Seating seating) {
    this.rights = rights;
    this.rooms = rooms;
    this.devices = devices;
    this.seating = seating;
  }

  Room create(Actor actor, RoomName name, PlaceKind kind, Consequences entails) {
    entails.act(actor, Deeds.CREATE, name.value());
    if (!rights.maySeeSite(actor)) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.guest-link");
    }
    rooms.requireFree(actor, name);
    Optional<Owner> owner = Optional.of(Owner.of(actor));
    Room room = Room.of(new KeptRoom(rooms.unusedId(), name, kind, owner));
    room.madeFrom(actor.network());
    rooms.put(room);
    room.kept().ifPresent(entails::store);
    entails.tell(new RoomCreated(room.id()));
    return room;
  }

  Room openCall(Set<PersonId> permitted) {
    Room room = Room.ofCall(rooms.unusedId(), permitted);
    rooms.put(room);
    return room;
  }

  Room makeGroup(Actor actor, RoomId id, RoomName name, Consequences entails) {
    Room room = rooms.existing(id);
    room.requireCall();
    rooms.requireFree(actor, name);
    room.makeGroup(name, Owner.of(actor));
    room.madeFrom(actor.network());
    rooms.put(room);
    room.kept().ifPresent(entails::store);
    entails.tell(new RoomUpdated(id));
    return room;
  }

  /** Does nothing when the room is gone, or is no call any more. */
  void closeCall(RoomId id, Consequences entails) {
    rooms
        .find(id)
        .filter(room -> !room.isListed())
        .ifPresent(call -> entails.tell(new CallClosed(id, clear(call, entails))));
  }

  void delete(Actor actor, RoomId id, boolean force, Consequences entails) {
    entails.act(actor, Deeds.DELETE, id);
    Room room = rooms.existing(id);
    RoomName name = room.requireListed();
    if (!rights.may(actor, RoomAct.DELETE, room.rules())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.delete");
    }
    if (!force) {
      room.requireEmpty();
    }
    entails.forget(id);
    entails.tell(new RoomDeleted(id, name, Optional.of(actor.name()), clear(room, entails)));
  }

  /** Nobody's act: its time is over. */
  void end(Room room, Consequences entails) {
    RoomName name = room.requireListed();
    entails.actOfNobody(Deeds.END, room.id());
    entails.forget(room.id());
    entails.tell(new RoomDeleted(room.id(), name, Optional.empty(), clear(room, entails)));
  }

  /** The room goes with everything in it; tells who was inside. */
  private List<Seated> clear(Room room, Consequences entails) {
    List<Seated> inside = new ArrayList<>(room.seated());
    room.meeting().waiting().stream()
        .map(one -> new Seated(one.person(), one.session()))
        .forEach(inside::add);
    room.endBy(() -> {});
    room.seats().forEach(seat -> seating.clear(seat, entails));
    devices.removeAll(room.id(), entails);
    rooms.remove(room);
    return inside;
  }
}
