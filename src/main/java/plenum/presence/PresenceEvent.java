package plenum.presence;

import plenum.identity.PersonId;

/**
 * CDI event: something changed about a person. Fired after the change and outside of every lock,
 * one after the other in the order in which it happened; more may have happened since, so who needs
 * the present state asks {@link Presence}.
 */
public sealed interface PresenceEvent {

  /** Whom it is about. */
  PersonId person();

  /** The first session of a person. */
  record PersonOnline(PersonId person) implements PresenceEvent {}

  /** A person who is online is called otherwise now, or available otherwise. */
  record PersonUpdated(PersonId person) implements PresenceEvent {}

  /** The last session ended, and the time to come back is over. */
  record PersonOffline(PersonId person) implements PresenceEvent {}
}
