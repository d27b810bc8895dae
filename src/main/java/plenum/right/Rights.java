package plenum.right;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import plenum.identity.Actor;
import plenum.identity.Invitation;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Scope;
import plenum.settings.Current;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;

/**
 * The rights of persons. Everything that is not asked about here may be done by everybody, as far
 * as the state of things permits it.
 */
public final class Rights {

  private final Current<RoomSettings> rooms;
  private final boolean accounts;

  private final BooleanSupplier watch;

  /** Where everybody is a guest. */
  public Rights(Current<RoomSettings> rooms) {
    this(rooms, false);
  }

  /**
   * @param accounts whether people have accounts, and so some look after the site
   */
  public Rights(Current<RoomSettings> rooms, boolean accounts) {
    this(rooms, accounts, () -> false);
  }

  /**
   * @param watch whether administrators may have streams of rooms on their own pages
   */
  public Rights(Current<RoomSettings> rooms, boolean accounts, BooleanSupplier watch) {
    this.accounts = accounts;
    this.watch = watch;
    this.rooms = Objects.requireNonNull(rooms, "it is set who deletes rooms");
  }

  /** Whether the actor may do this with a room of these rules, or in it. */
  public boolean may(Actor actor, RoomAct act, RoomRules room) {
    return isKeptOut(actor, room) || lacks(actor, act) ? false : mayThere(actor, act, room);
  }

  /** A program has no more than its scopes, whoever made its token. */
  private static boolean lacks(Actor actor, RoomAct act) {
    return switch (act) {
      case FIND, READ_OPTIONS -> !actor.has(Scope.READ);
      case INVITE -> !actor.has(Scope.PEOPLE);
      default -> !actor.has(Scope.ACT);
    };
  }

  /** Who came by a guest link alone has one room, and that only as long as the link is good. */
  private static boolean isKeptOut(Actor actor, RoomRules room) {
    return actor.isOutsider() && !isInvited(actor, room);
  }

  private boolean mayThere(Actor actor, RoomAct act, RoomRules room) {
    return switch (act) {
      case FIND ->
          !room.hidden()
              || isInvited(actor, room)
              || isNamed(actor, room)
              || isModerator(actor, room);
      case ENTER -> mayEnter(actor, room);
      case ENTER_INVITED -> isInvited(actor, room) || isModerator(actor, room);
      case INVITE -> mayInvite(actor, room);
      case EQUIP -> !actor.isOutsider();
      case WATCH -> isModerator(actor, room) || (mayEnter(actor, room) && !isGuarded(room));
      case SHARE -> isOne(room.share(), actor, room);
      case SPEAK -> isOne(room.speak(), actor, room);
      case SHOW_CAMERA -> isOne(room.camera(), actor, room);
      case WRITE -> true; // Whoever has a seat there, which the conversation asks.
      case ENTER_UNASKED,
          ADMIT,
          MUTE,
          STOP_CAMERA,
          STOP_SHARE,
          DELETE_MESSAGE,
          LOWER_HANDS,
          CLEAR_ANSWERS,
          REMOVE,
          BAN,
          READ_OPTIONS,
          SET_OPTIONS ->
          isModerator(actor, room);
      case APPOINT, HAND_OVER, RENEW_DEVICE, EXPORT_MESSAGES ->
          isOwner(actor, room.owner()) || isAdministrator(actor);
      case DELETE -> !actor.isOutsider() && mayDelete(actor, room);
    };
  }

  /**
   * Whether the actor may do this to somebody: nobody but an administrator sends the owner away.
   *
   * @param act one of those that moderators do to people
   */
  public boolean may(Actor actor, RoomAct act, RoomRules room, PersonId whom) {
    boolean sendsAway = act == RoomAct.REMOVE || act == RoomAct.BAN;
    boolean owners = room.owner().filter(whom::equals).isPresent();
    return may(actor, act, room) && !(sendsAway && owners && !isAdministrator(actor));
  }

  /** Whether the actor moderates a room: its owner, whom that one appointed, administrators. */
  public boolean isModerator(Actor actor, RoomRules room) {
    return !actor.isOutsider()
        && (isOwner(actor, room.owner())
            || room.moderators().contains(actor.person())
            || isAdministrator(actor));
  }

  /**
   * Whether the actor would not be in the room without a guest link: it is all by which that one is
   * here, or the room asks others for something.
   */
  public boolean needsInvitation(Actor actor, RoomRules room) {
    boolean open = room.access() == Access.OPEN && !room.lobby();
    boolean listed = room.access() == Access.MEMBERS && isNamed(actor, room) && !room.lobby();
    return actor.isOutsider() || !open && !listed && !isModerator(actor, room);
  }

  /**
   * Whether the actor may do what is not about one room: see who is here and which rooms there are,
   * make rooms, and call people. Who came by a guest link alone may not.
   */
  public boolean maySeeSite(Actor actor) {
    return !actor.isOutsider();
  }

  /** Whether the actor may find people who are not online by their accounts: who has one too. */
  public boolean mayFindPeople(Actor actor) {
    return maySeeSite(actor) && actor.roles().contains(Role.USER);
  }

  /**
   * Whether the actor may know that there is somebody. Who is online anybody sees; of others one
   * knows with whom one had to do, and whom one may find.
   *
   * @param online whether that one is online, and no outsider
   * @param met whether there was a call of the two
   * @param account whether that one has an account
   */
  public boolean mayKnowOf(Actor actor, boolean online, boolean met, boolean account) {
    return maySeeSite(actor) && (online || met || account && mayFindPeople(actor));
  }

  /** Whether the actor moderates rooms whoever made them. */
  public boolean moderatesEveryRoom(Actor actor) {
    return isAdministrator(actor);
  }

  /** Whether the actor may delete rooms whoever made them. */
  public boolean mayDeleteEveryRoom(Actor actor) {
    return rooms.now().deleter() == Deleter.ANYONE || isAdministrator(actor);
  }

  /** Whether the actor may delete rooms that have no owner. */
  public boolean mayDeleteRoomsOfNobody(Actor actor) {
    return !accounts || mayDeleteEveryRoom(actor);
  }

  private boolean mayEnter(Actor actor, RoomRules room) {
    return room.access() != Access.MEMBERS
        || isInvited(actor, room)
        || isNamed(actor, room)
        || isModerator(actor, room);
  }

  private boolean mayInvite(Actor actor, RoomRules room) {
    return isModerator(actor, room)
        && (room.invite() == Inviters.MODERATORS
            || isOwner(actor, room.owner())
            || isAdministrator(actor));
  }

  private static boolean isInvited(Actor actor, RoomRules room) {
    return actor
        .invitation()
        .filter(Invitation::open)
        .filter(one -> one.room().equals(room.room()))
        .isPresent();
  }

  /** Somebody is asked for something at the entrance. */
  private static boolean isGuarded(RoomRules room) {
    return room.access() == Access.PASSWORD || room.lobby() || room.locked();
  }

  /**
   * A room that has no owner anybody may delete where no administrators are, since otherwise nobody
   * could.
   */
  private boolean mayDelete(Actor actor, RoomRules room) {
    return (room.owner().isEmpty() && mayDeleteRoomsOfNobody(actor))
        || room.delete() == Deleters.EVERYBODY
        || isOwner(actor, room.owner())
        || (room.delete() == Deleters.MODERATORS && isModerator(actor, room))
        || mayDeleteEveryRoom(actor);
  }

  /** Whether the actor may see the key of a room's device: its holder alone, not even the owner. */
  public boolean maySeeDeviceKey(Actor actor, PersonId holder) {
    return actor.person().equals(holder);
  }

  /**
   * Whether the actor may renew the key of a room's device, and so become its holder. In a room
   * whose owner is not known nobody else may: a key whose holder is gone is taken back by removing
   * the device, which everybody in the room may.
   */
  public boolean mayRenewDeviceKey(Actor actor, RoomRules room, PersonId holder) {
    return may(actor, RoomAct.RENEW_DEVICE, room) || maySeeDeviceKey(actor, holder);
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

  /** Whether the actor may change a message, and delete it without moderating: who wrote it. */
  public boolean mayChangeMessage(Actor actor, PersonId author) {
    return actor.person().equals(author);
  }

  /** Whether the actor may add, change and remove accounts. */
  public boolean mayAdministerAccounts(Actor actor) {
    return isAdministrator(actor) && actor.has(Scope.PEOPLE);
  }

  /** Whether the actor looks after the site, be it in person or by a program. */
  public boolean mayAdminister(Actor actor) {
    return isAdministrator(actor);
  }

  /** Whether the actor may do this part of what administrators do. */
  public boolean mayAdminister(Actor actor, Scope part) {
    return isAdministrator(actor) && actor.has(part);
  }

  /** Whether the actor may have streams of a room without a seat, which its people are shown. */
  public boolean mayObserve(Actor actor) {
    return watch.getAsBoolean() && isAdministrator(actor) && actor.grant().isEmpty();
  }

  /**
   * Whether the actor may make what acts for that one: tokens. No program may, so that none gives
   * itself more or a longer life.
   */
  public boolean mayDelegate(Actor actor) {
    return isAdministrator(actor) && actor.grant().isEmpty();
  }

  /** Whether the actor may read and erase what is kept of others, and delete what is old. */
  public boolean mayAdministerRecords(Actor actor) {
    return isAdministrator(actor) && actor.grant().isEmpty();
  }

  private boolean isOne(Who who, Actor actor, RoomRules room) {
    return who == Who.EVERYBODY || isModerator(actor, room);
  }

  private static boolean isNamed(Actor actor, RoomRules room) {
    return room.members().contains(actor.person())
        || !Collections.disjoint(room.groups(), actor.groups());
  }

  private static boolean isOwner(Actor actor, Optional<PersonId> owner) {
    return owner.filter(actor.person()::equals).isPresent();
  }

  private static boolean isAdministrator(Actor actor) {
    return actor.roles().contains(Role.ADMINISTRATOR);
  }
}
