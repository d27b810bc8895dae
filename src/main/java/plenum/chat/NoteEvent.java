package plenum.chat;

import plenum.identity.PersonId;

/** CDI event: somebody's notes are others now. Fired outside of every lock, in order. */
public sealed interface NoteEvent {

  /** Whose they are. */
  PersonId to();

  /** One more was left. */
  record NoteLeft(PersonId to, Note note) implements NoteEvent {}

  /** One was read, or is too old. */
  record NoteGone(PersonId to, MessageId note) implements NoteEvent {}
}
