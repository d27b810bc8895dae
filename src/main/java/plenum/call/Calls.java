package plenum.call;

import java.util.List;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;

/**
 * The calls of this server; the only place that decides about them. A person is in one call at
 * most, from its first ring on. Thread-safe; calls return at once. What cannot be done is thrown as
 * {@link CallRefused} and changed nothing.
 */
public interface Calls {

  /**
   * Somebody calls somebody. When that one is calling the first at this moment, it accepts that
   * call instead.
   */
  void start(Asker asker, PersonId to);

  /**
   * The person who is called answers. The page that answered may say so again.
   *
   * @param video whether with video
   */
  void accept(Asker asker, CallId call, boolean video);

  /** The person who is called does not want to talk. */
  void reject(Asker asker, CallId call);

  /** The caller gives up; ends the call when it was answered at this moment. */
  void cancel(Asker asker, CallId call);

  /** Either side hangs up; while it rings, as {@link #reject} and {@link #cancel}. */
  void end(Asker asker, CallId call);

  /**
   * One side of an answered call adds a third person: the call becomes a group room, and the third
   * is invited.
   *
   * @throws plenum.room.RoomRefused when there may be no more rooms
   */
  void add(Asker asker, CallId call, PersonId third);

  /** The call that the person is in. */
  Optional<Call> of(PersonId person);

  /** The invitation that waits for the person's answer. */
  Optional<Invitation> invitation(PersonId person);

  /** The person does not follow the invitation; does nothing when there is no such one any more. */
  void decline(PersonId person, RoomId room);

  /** The person's records, the newest first. */
  List<CallRecord> records(PersonId person);

  /** How many missed calls came since the person last looked. */
  int missed(PersonId person);

  /** The person looks at the missed calls now. */
  void markSeen(PersonId person);

  /**
   * Runs a step after everything that was decided so far has been told, and before anything later
   * is.
   */
  void inOrder(Runnable step);

  /** Somebody took a seat in some room. */
  void joined(RoomId room, PersonId person);

  /** Somebody gave up a seat in some room. */
  void left(RoomId room, PersonId person, LeaveReason reason);

  /** Somebody is online no longer. */
  void offline(PersonId person);
}
