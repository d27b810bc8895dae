package plenum.signal.note;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about notes. */
public sealed interface NoteMessage extends ClientMessage {

  /** Leaves something for a person of whom one may know. */
  record LeaveNote(OptionalLong request, String person, String text) implements NoteMessage {}

  /** People who have an account, by a part of their name or login name. */
  record FindReceivers(OptionalLong request, String text) implements NoteMessage {}

  /** The own notes. */
  record ListNotes(OptionalLong request) implements NoteMessage {}

  /** One of the own was read, and is needed no longer. */
  record ReadNote(OptionalLong request, String note) implements NoteMessage {}
}
