package plenum.room;

import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomRefused.Reason;

/** Where somebody wants to do something as a moderator, and whether they may. */
final class Scene {

  private final Rights rights;
  private final RoomIndex rooms;
  private final Seats seats;

  Scene(Rights rights, RoomIndex rooms, Seats seats) {
    this.rights = rights;
    this.rooms = rooms;
    this.seats = seats;
  }

  /** The room in which the actor may do this to somebody. */
  Room of(Actor actor, RoomAct act, String deed, PersonId whom, Consequences entails) {
    Room room = around(actor, whom);
    entails.act(actor, deed, room.id(), whom);
    room.requireListed();
    if (!rights.may(actor, act, room.rules(), whom)) {
      boolean owners = act == RoomAct.APPOINT || act == RoomAct.HAND_OVER;
      boolean theOwner = room.isOf(whom) && rights.may(actor, act, room.rules());
      throw new RoomRefused(
          Reason.NOT_ALLOWED,
          owners
              ? "not-allowed.owner"
              : theOwner ? "not-allowed.the-owner" : "not-allowed.moderator");
    }
    return room;
  }

  /** The actor's own room; whoever moderates every room needs no seat in it. */
  private Room around(Actor actor, PersonId whom) {
    return seats
        .by(actor.session())
        .or(() -> seats.of(whom).filter(seat -> rights.moderatesEveryRoom(actor)))
        .map(Seat::room)
        .orElseGet(() -> own(actor));
  }

  /** The room in which the actor has a seat. */
  Room own(Actor actor) {
    return seats.held(actor.session()).room();
  }

  /**
   * Requires that the actor may do this in the room.
   *
   * @throws RoomRefused with that key when not
   */
  void require(Actor actor, RoomAct act, Room room, String key) {
    if (!rights.may(actor, act, room.rules())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, key);
    }
  }

  /**
   * A room that is found by its name, unlike that of a call.
   *
   * @throws RoomRefused when there is no such one
   */
  Room listed(RoomId id) {
    Room room = rooms.existing(id);
    room.requireListed();
    return room;
  }

  /**
   * A member's seat.
   *
   * @throws RoomRefused when nobody of that id has one in the room
   */
  static Seat seat(Room room, PersonId member) {
    return room.seat(member).orElseThrow(Scene::noSuchMember);
  }

  static RoomRefused noSuchMember() {
    return new RoomRefused(Reason.NO_SUCH_MEMBER, "no-such-member");
  }
}
