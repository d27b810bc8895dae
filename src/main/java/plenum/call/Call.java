package plenum.call;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.time.Stopwatch;

/**
 * A call as it stood at one moment.
 *
 * @param from who called
 * @param to who was called
 * @param room the private room of the two
 * @param began when it began to ring
 * @param answered when it was accepted, if it was
 * @param talking how long the two have talked, if it was accepted
 * @param video whether it was accepted with video; true while it rings
 * @param text whether who called would like real-time text beside the voice
 * @param reason why it is over, where the state does not say
 */
public record Call(
    CallId id,
    CallState state,
    Party from,
    Party to,
    RoomId room,
    Instant began,
    Optional<Instant> answered,
    Optional<Stopwatch> talking,
    boolean video,
    boolean text,
    Optional<EndReason> reason) {

  public Call {
    Objects.requireNonNull(id, "a call has an id");
    Objects.requireNonNull(state, "a call has a state");
    Objects.requireNonNull(from, "somebody calls");
    Objects.requireNonNull(to, "somebody is called");
    Objects.requireNonNull(room, "a call has a room");
    Objects.requireNonNull(began, "a call began some time");
    Objects.requireNonNull(answered, "a call that nobody answered is empty here");
    Objects.requireNonNull(talking, "nobody has talked in a call that nobody answered");
    Objects.requireNonNull(reason, "a call without a reason is empty here");
  }

  static Call ringing(Party from, Party to, RoomId room, boolean text, Instant now) {
    return new Call(
        CallId.fresh(),
        CallState.RINGING,
        from,
        to,
        room,
        now,
        Optional.empty(),
        Optional.empty(),
        true,
        text,
        Optional.empty());
  }

  Call accepted(Instant now, Stopwatch talk, boolean withVideo) {
    return new Call(
        id,
        CallState.ACCEPTED,
        from,
        to,
        room,
        began,
        Optional.of(now),
        Optional.of(talk),
        withVideo,
        text,
        reason);
  }

  Call over(CallState end, Optional<EndReason> why) {
    return new Call(id, end, from, to, room, began, answered, talking, video, text, why);
  }

  boolean isRinging() {
    return state == CallState.RINGING;
  }

  boolean isFrom(PersonId person) {
    return from.id().equals(person);
  }

  boolean isTo(PersonId person) {
    return to.id().equals(person);
  }

  /** The party who is that person. */
  Party side(PersonId person) {
    return isFrom(person) ? from : to;
  }
}
