package plenum.chat;

import java.util.List;
import plenum.identity.PersonId;

/** Keeps notes from one run of the server to the next. Thread-safe. */
public interface NoteStore {

  /** All of them, the oldest first; waits for them. */
  List<Note> all();

  /** Keeps one more, soon. */
  void put(Note note);

  /** Keeps one no longer; soon. */
  void remove(MessageId note);

  /** Keeps none that this person left, or that were left for that one; soon. */
  void erase(PersonId person);
}
