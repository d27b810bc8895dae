package plenum.right;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;

/**
 * The rights of persons. Everything that is not asked about here may be done by everybody, as far
 * as the state of things permits it.
 */
public final class Rights {

  private final Deleter deleter;

  public Rights(RoomSettings rooms) {
    this.deleter = Objects.requireNonNull(rooms.deleter(), "it is set who deletes rooms");
  }

  /** Whether the actor may delete rooms whoever made them. */
  public boolean mayDeleteEveryRoom(Actor actor) {
    return deleter == Deleter.ANYONE || isAdministrator(actor);
  }

  /**
   * Whether the actor may delete a room.
   *
   * @param owner who made it; a room whose owner is not known, as an earlier version of Plenum kept
   *     it, may be deleted by everybody, since otherwise nobody could
   */
  public boolean mayDeleteRoom(Actor actor, Optional<PersonId> owner) {
    return owner.isEmpty() || isOwner(actor, owner) || mayDeleteEveryRoom(actor);
  }

  /**
   * Whether the actor may take the stage of a room from whoever has it.
   *
   * @param owner who made the room; without one, only an administrator may
   */
  public boolean mayTakeStageBack(Actor actor, Optional<PersonId> owner) {
    return isOwner(actor, owner) || isAdministrator(actor);
  }

  /** Whether the actor may see the key of a room's device: its holder alone, not even the owner. */
  public boolean maySeeDeviceKey(Actor actor, PersonId holder) {
    return actor.person().equals(holder);
  }

  /**
   * Whether the actor may renew the key of a room's device, and so become its holder.
   *
   * @param owner who made the room; in one whose owner is not known nobody else may: a key whose
   *     holder is gone is taken back by removing the device, which everybody in the room may
   */
  public boolean mayRenewDeviceKey(Actor actor, Optional<PersonId> owner, PersonId holder) {
    return isOwner(actor, owner) || isAdministrator(actor) || maySeeDeviceKey(actor, holder);
  }

  /** Whether the actor may take a seat in the room of a call; no role opens a private room. */
  public boolean mayEnterCall(Actor actor, Set<PersonId> permitted) {
    return permitted.contains(actor.person());
  }

  /** Whether the actor may accept or reject a call: the one who is called, and nobody else. */
  public boolean mayAnswerCall(Actor actor, PersonId called) {
    return actor.person().equals(called);
  }

  /** Whether the actor may cancel a call: the one who called, and nobody else. */
  public boolean mayCancelCall(Actor actor, PersonId caller) {
    return actor.person().equals(caller);
  }

  private static boolean isOwner(Actor actor, Optional<PersonId> owner) {
    return owner.filter(actor.person()::equals).isPresent();
  }

  private static boolean isAdministrator(Actor actor) {
    return actor.roles().contains(Role.ADMINISTRATOR);
  }
}
