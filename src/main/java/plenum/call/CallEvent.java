package plenum.call;

import plenum.identity.PersonId;

/**
 * CDI event: something happened to a call. Fired outside of every lock, one after the other in the
 * order in which they happened.
 */
public sealed interface CallEvent {

  /** It rings. */
  record CallStarted(Call call) implements CallEvent {}

  /** The other side answered. */
  record CallAccepted(Call call) implements CallEvent {}

  /** It is over, for the reason that its state tells. */
  record CallOver(Call call) implements CallEvent {}

  /**
   * A person has a new record.
   *
   * @param missed missed calls that the person has not seen yet
   */
  record CallRecorded(PersonId person, CallRecord record, int missed) implements CallEvent {}

  /** A person has seen the missed calls. */
  record MissedCallsSeen(PersonId person) implements CallEvent {}

  /** A person is asked into a room that was a call. */
  record PersonInvited(Invitation invitation) implements CallEvent {}

  /** An invitation was followed or declined, replaced by a newer one, or is too old. */
  record InvitationOver(Invitation invitation) implements CallEvent {}
}
