package plenum.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;

/**
 * The calls of this server; the only place that decides about them. A person is in one call at
 * most, from its first ring on. Thread-safe; calls return at once. What cannot be done is thrown as
 * {@link CallRefused} and changed nothing.
 *
 * <p>What a person does begins with the {@link Actor}, and where it is about a call ends with who
 * is told the answer: once, how the call stands after the request, unless that was refused; in
 * order with the events, so that what comes later is newer. What begins otherwise is a question, or
 * a report of what happened elsewhere.
 */
public interface Calls {

  /**
   * Somebody calls somebody. When that one is calling the first at this moment, it accepts that
   * call instead.
   *
   * @param text whether who calls would like real-time text beside the voice
   */
  void start(Actor actor, PersonId to, boolean text, Consumer<Call> answer);

  /** The same by voice alone. */
  default void start(Actor actor, PersonId to, Consumer<Call> answer) {
    start(actor, to, false, answer);
  }

  /**
   * The person who is called answers. The page that answered may say so again.
   *
   * @param video whether with video
   */
  void accept(Actor actor, CallId call, boolean video, Consumer<Call> answer);

  /** The person who is called does not want to talk. */
  void reject(Actor actor, CallId call, Consumer<Call> answer);

  /** The caller gives up; ends the call when it was answered at this moment. */
  void cancel(Actor actor, CallId call, Consumer<Call> answer);

  /** Either side hangs up; while it rings, as {@link #reject} and {@link #cancel}. */
  void end(Actor actor, CallId call, Consumer<Call> answer);

  /**
   * One side of an answered call adds a third person: the call becomes a group room, and the third
   * is invited.
   *
   * @throws plenum.room.RoomRefused when there may be no more rooms
   */
  void add(Actor actor, CallId call, PersonId third, Consumer<Call> answer);

  /** The call that the person is in. */
  Optional<Call> of(PersonId person);

  /** Every call that rings or is answered, the oldest first. */
  List<Call> running();

  /** The invitation that waits for the person's answer. */
  Optional<Invitation> invitation(PersonId person);

  /** The actor does not follow the invitation; does nothing when there is no such one any more. */
  void decline(Actor actor, RoomId room);

  /** The person's records, the newest first. */
  List<CallRecord> records(PersonId person);

  /** How many missed calls came since the person last looked. */
  int missed(PersonId person);

  /** The actor looks at the missed calls now. */
  void markSeen(Actor actor);

  /**
   * Runs a step after everything that was decided so far has been told and recorded, and before
   * anything that is decided later is recorded.
   */
  void inOrder(Runnable step);

  /** Nobody's act: the rooms tell that somebody took a seat. */
  void joined(RoomId room, PersonId person);

  /** Nobody's act: the rooms tell that somebody has a seat no longer. */
  void left(RoomId room, PersonId person, LeaveReason reason);

  /** Nobody's act: presence tells that somebody is online no longer. */
  void offline(PersonId person);

  /**
   * Nobody's act: somebody is erased. That one's call ends; then the own records go, and from
   * others' the name.
   *
   * @param done is run after it, on any thread
   */
  void erase(PersonId person, Runnable done);
}
