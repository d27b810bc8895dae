package plenum.chat;

import java.time.Instant;
import java.util.Optional;
import plenum.room.NamedPerson;

/**
 * A message that has everything but its place.
 *
 * @param text what is kept of what was wanted
 * @param to who alone shall read it, called as now
 */
record Draft(
    NamedPerson author,
    NewMessage wanted,
    String text,
    Optional<NamedPerson> to,
    MessageKind kind) {

  /** A line that others saw being written. */
  static Draft line(NamedPerson author, String text) {
    return new Draft(author, NewMessage.toAll(text), text, Optional.empty(), MessageKind.REAL_TIME);
  }

  /** It as a message of this number, now. */
  ChatMessage message(long number, Instant now) {
    return new ChatMessage(
        MessageId.fresh(),
        number,
        kind,
        author,
        to,
        wanted.reply(),
        text,
        Optional.empty(),
        now,
        Optional.empty(),
        false);
  }
}
