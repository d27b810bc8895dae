package plenum.chat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.chat.file.Attachment;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;

/**
 * A message as it is now.
 *
 * @param number counts the messages to everybody in a conversation, from 1; of one to a single
 *     person the number of the last to everybody before it, so that others see no gap
 * @param author who wrote it, called as then
 * @param to the only one who may read it beside its author; empty: everybody there
 * @param reply the message that it answers
 * @param text of a deleted message empty, and of one that is a file alone
 * @param file that it brings along
 * @param at when it came, in milliseconds
 * @param edited when it was last changed by its author
 * @param deleted whether nobody reads it any more
 */
public record ChatMessage(
    MessageId id,
    long number,
    MessageKind kind,
    NamedPerson author,
    Optional<NamedPerson> to,
    Optional<MessageId> reply,
    String text,
    Optional<Attachment> file,
    Instant at,
    Optional<Instant> edited,
    boolean deleted) {

  public ChatMessage {
    Objects.requireNonNull(id, "a message has an id");
    Objects.requireNonNull(kind, "a message came to be somehow");
    Objects.requireNonNull(author, "somebody wrote it");
    Objects.requireNonNull(to, "everybody is empty");
    Objects.requireNonNull(reply, "an answer to nothing is empty");
    Objects.requireNonNull(text, "a deleted text is empty");
    Objects.requireNonNull(file, "no file is empty");
    Objects.requireNonNull(at, "it came some time");
    Objects.requireNonNull(edited, "never is empty");
  }

  /** Whether everybody in the room may read it. */
  public boolean isForEverybody() {
    return to.isEmpty();
  }

  /** Whether this person, in the room, may read it. */
  public boolean isFor(PersonId person) {
    return to.isEmpty() || isBy(person) || to.get().person().equals(person);
  }

  /** Whether that one wrote it. */
  public boolean isBy(PersonId person) {
    return author.person().equals(person);
  }

  /** Whether everybody who would read this may read what it answers. */
  boolean mayAnswer(ChatMessage answered) {
    return answered.isFor(author.person())
        && !answered.deleted()
        && (answered.isForEverybody() || answered.isHeardLike(this));
  }

  /** Whether it is between these two, or both are for everybody. */
  boolean isHeardLike(ChatMessage other) {
    return isForEverybody()
        ? other.isForEverybody()
        : !other.isForEverybody()
            && isFor(other.author().person())
            && isFor(other.to().orElseThrow().person());
  }

  ChatMessage with(Attachment one) {
    return new ChatMessage(
        id, number, kind, author, to, reply, text, Optional.of(one), at, edited, deleted);
  }

  ChatMessage changed(String newText, Instant now) {
    return new ChatMessage(
        id, number, kind, author, to, reply, newText, file, at, Optional.of(now), false);
  }

  ChatMessage asDeleted() {
    return new ChatMessage(
        id,
        number,
        kind,
        author,
        to,
        Optional.empty(),
        "",
        Optional.empty(),
        at,
        Optional.empty(),
        true);
  }

  /** Deleted, with somebody else in this person's place. */
  ChatMessage without(PersonId person, NamedPerson nobody) {
    return new ChatMessage(
        id,
        number,
        kind,
        isBy(person) ? nobody : author,
        to.map(one -> one.person().equals(person) ? nobody : one),
        Optional.empty(),
        "",
        Optional.empty(),
        at,
        Optional.empty(),
        true);
  }
}
