package plenum.signal.room;

import plenum.signal.protocol.Change;
import plenum.signal.protocol.Entry;
import plenum.typing.T140;
import plenum.typing.TypedLine;

/**
 * The line that a member is writing.
 *
 * @param line counts the member's lines: another one begins empty
 */
public record TypedView(String id, String name, long line, String text) implements RoomEntry {

  static TypedView of(TypedLine typed) {
    return new TypedView(
        typed.person().value(), typed.name().value(), typed.number(), typed.text());
  }

  @Override
  public Change appeared() {
    return new RoomChange.TextTyped(id, name, line, text);
  }

  @Override
  public Change changed() {
    return appeared();
  }

  /** Of the same line, what makes one of the other. */
  @Override
  public Change changed(Entry before) {
    return before instanceof TypedView told && told.line() == line
        ? new RoomChange.TextTyped(id, name, line, T140.edit(told.text(), text))
        : new RoomChange.TextTyped(id, name, line, text);
  }

  @Override
  public Change gone(String reason) {
    return new RoomChange.TextGone(id);
  }
}
