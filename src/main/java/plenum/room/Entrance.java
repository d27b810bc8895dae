package plenum.room;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntSupplier;
import plenum.identity.Actor;
import plenum.right.Access;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.right.RoomRules;
import plenum.room.RoomEvent.WaitingChanged;
import plenum.room.RoomRefused.Reason;

/** Who comes into a room, who waits before it, and who does not come in; part of a step. */
final class Entrance {

  private final Rights rights;
  private final IntSupplier most;
  private final InstantSource clock;

  /**
   * @param most people in one room
   */
  Entrance(Rights rights, IntSupplier most, InstantSource clock) {
    this.rights = rights;
    this.most = most;
    this.clock = clock;
  }

  /**
   * Somebody without a seat in the room wants one. A moderator who was sent out is asked as others
   * are.
   *
   * @param proved the password that was given, if it was the room's
   * @return whether a seat can be taken now; else the actor waits
   * @throws RoomRefused when neither
   */
  boolean lets(Actor actor, Room room, Optional<RoomPassword> proved, Consequences entails) {
    if (!room.isListed()) {
      room.requirePermitted(actor, rights);
      return true;
    }
    boolean unasked = rights.may(actor, RoomAct.ENTER_UNASKED, room.rules());
    if (!unasked || room.meeting().isSentOut(actor.person())) {
      require(actor, room, proved);
      if (mustWait(actor, room, rights.may(actor, RoomAct.ENTER_INVITED, room.rules()))) {
        await(actor, room, entails);
        return false;
      }
    }
    room.requireSpace(most.getAsInt());
    stopWaiting(actor, room, entails);
    return true;
  }

  /** Whether the actor has a seat there, or could take one now by asking alone. Changes nothing. */
  boolean isOpenTo(Actor actor, Room room) {
    if (room.seat(actor.person()).isPresent()) {
      return true;
    }
    return room.isListed() && !room.isFull(most.getAsInt()) && isUnhindered(actor, room);
  }

  private boolean isUnhindered(Actor actor, Room room) {
    RoomRules rules = room.rules();
    Meeting meeting = room.meeting();
    if (rights.may(actor, RoomAct.ENTER_UNASKED, rules) && !meeting.isSentOut(actor.person())) {
      return true;
    }
    return !meeting.isBanned(actor.person())
        && rights.may(actor, RoomAct.ENTER, rules)
        && (!rules.locked() || meeting.isAdmitted(actor.person()))
        && !asksForPassword(actor, room)
        && !mustWait(actor, room, rights.may(actor, RoomAct.ENTER_INVITED, rules));
  }

  private void require(Actor actor, Room room, Optional<RoomPassword> proved) {
    RoomRules rules = room.rules();
    Meeting meeting = room.meeting();
    if (meeting.isBanned(actor.person())) {
      throw new RoomRefused(Reason.BANNED, "banned");
    }
    if (!rights.may(actor, RoomAct.ENTER, rules)) {
      throw new RoomRefused(
          Reason.NOT_ALLOWED,
          actor.isOutsider() ? "not-allowed.guest-link" : "not-allowed.members");
    }
    boolean admitted = meeting.isAdmitted(actor.person());
    if (rules.locked() && !admitted) {
      throw new RoomRefused(Reason.ROOM_LOCKED, "room-locked");
    }
    if (asksForPassword(actor, room)) {
      if (proved.isEmpty() || !proved.equals(room.options().password())) {
        throw new RoomRefused(Reason.PASSWORD_NEEDED, "password-needed");
      }
      meeting.prove(actor.person());
    }
  }

  /** Whether the actor has to give the room's password, and has not given it in this meeting. */
  boolean asksForPassword(Actor actor, Room room) {
    RoomRules rules = room.rules();
    return rules.access() == Access.PASSWORD
        && !rights.may(actor, RoomAct.ENTER_UNASKED, rules)
        && !rights.may(actor, RoomAct.ENTER_INVITED, rules)
        && room.seat(actor.person()).isEmpty()
        && !room.meeting().isProved(actor.person());
  }

  /** Who was sent out has to be admitted, also by a guest link. */
  private static boolean mustWait(Actor actor, Room room, boolean invited) {
    Meeting meeting = room.meeting();
    boolean asked = room.options().lobby() && !invited || meeting.isRemoved(actor.person());
    return asked && !meeting.isAdmitted(actor.person());
  }

  private void await(Actor actor, Room room, Consequences entails) {
    room.meeting()
        .await(new Waiting(actor.person(), actor.name(), actor.session(), clock.instant()));
    entails.tell(new WaitingChanged(room.id()));
  }

  /** The actor waits no longer, if it did. */
  void stopWaiting(Actor actor, Room room, Consequences entails) {
    if (room.meeting().waiting(actor.person()).isPresent()) {
      room.meeting().stopWaiting(actor.person());
      entails.tell(new WaitingChanged(room.id()));
    }
  }
}
