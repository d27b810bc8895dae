package plenum.room;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.room.RoomEvent.Seated;

/**
 * What owners and moderators decide about a room and about the people in it. Thread-safe; calls
 * return at once. What cannot be done is thrown as {@link RoomRefused} and changed nothing: {@code
 * NOT_ALLOWED} to whom {@link plenum.right.Rights} does not permit it, {@code NO_SUCH_ROOM}, {@code
 * NOT_IN_A_ROOM} without a seat, {@code NO_SUCH_MEMBER} of somebody who has none there. The own
 * room of somebody without a seat who moderates every room is the one where that other person is.
 */
public interface Moderation {

  /** What was decided about a room, with what is not for everybody. */
  RoomOptions options(Actor actor, RoomId room);

  /**
   * Decides about a room. Who is inside stays there.
   *
   * @param change makes the new options of the present ones; moderators are not changed by it, and
   *     who may invite only by the owner
   */
  RoomOptions decide(Actor actor, RoomId room, UnaryOperator<RoomOptions> change);

  /**
   * Refuses who may not make, see and revoke the guest links of a room.
   *
   * @param deed what that one wants, as the audit trail names it
   */
  void requireInviting(Actor actor, RoomId room, String deed);

  /** Whether the actor may do so, in a room that there is. */
  boolean mayInvite(Actor actor, RoomId room);

  /** Whether the actor moderates a room that there is. */
  boolean moderates(Actor actor, RoomId room);

  /** Whether the actor finds a room in the list. */
  boolean finds(Actor actor, RoomId room);

  /**
   * @throws RoomRefused {@code NOT_ALLOWED} when the actor may not look in without a seat
   */
  void requireWatchable(Actor actor, RoomId room);

  /**
   * Nobody's act: the rules of a room have changed, and somebody watches it without a seat.
   *
   * @return whether that one may not any more; what it views of the room ends then
   */
  boolean expel(Actor watcher, RoomId room);

  /** Who waits before a room, in the order they came; empty for an unknown room. */
  List<Waiting> waiting(RoomId room);

  /** The room before which a connection waits. */
  Optional<RoomId> waitsFor(SessionId session);

  /** Whether somebody who could admit is in the room. */
  boolean isModerated(RoomId room);

  /** The moderators who are in the room. */
  List<Seated> moderators(RoomId room);

  /**
   * Lets somebody in who waits before the own room.
   *
   * @throws RoomRefused {@code NOT_WAITING}
   */
  void admit(Actor actor, PersonId person);

  /** Lets everybody in who waits before the own room. */
  void admitAll(Actor actor);

  /**
   * Does not let somebody in who waits before the own room.
   *
   * @throws RoomRefused {@code NOT_WAITING}
   */
  void turnAway(Actor actor, PersonId person);

  /** Switches a member's microphone off. */
  void mute(Actor actor, PersonId member);

  /** Switches a member's camera off. */
  void stopCamera(Actor actor, PersonId member);

  /** Sends a member out of the own room, who has to be admitted to come back. */
  void remove(Actor actor, PersonId member);

  /** The same for the rest of the meeting, also of somebody who waits. */
  void ban(Actor actor, PersonId person);

  /** Makes a member of the own room a moderator. */
  void appoint(Actor actor, PersonId member);

  /** Somebody is a moderator of a room no longer. */
  void dismiss(Actor actor, RoomId room, PersonId person);

  /** The own room is that member's from now on; who had it stays a moderator. */
  void handOver(Actor actor, PersonId member);
}
