package plenum.signal.note;

import java.util.List;
import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;

/** What the server tells about notes. */
public sealed interface NoteAnswer extends ServerMessage {

  /** All that the receiver has not read yet, the oldest first. */
  record Notes(OptionalLong request, List<NoteView> notes) implements NoteAnswer {}

  /** To whom the asker may leave one, found by their accounts; a few, in no order. */
  record Receivers(OptionalLong request, List<Receiver> people) implements NoteAnswer {}

  /** Somebody to whom one may leave a note. */
  record Receiver(String id, String name) {}

  /** Somebody left one for the receiver. */
  record Note(NoteView note) implements NoteAnswer {}

  /** One was read on another page, or is too old. */
  record NoteGone(String id) implements NoteAnswer {}
}
