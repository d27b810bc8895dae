package plenum.signal.note;

/**
 * A note as its receiver sees it.
 *
 * @param at in ISO 8601
 */
public record NoteView(String id, From from, String text, String at) {

  /** Who left it. */
  public record From(String id, String name) {}

  static NoteView of(plenum.chat.Note note) {
    return new NoteView(
        note.id().value(),
        new From(note.from().person().value(), note.from().name().value()),
        note.text(),
        note.at().toString());
  }
}
