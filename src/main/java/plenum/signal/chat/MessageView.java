package plenum.signal.chat;

import java.util.Optional;
import plenum.chat.ChatMessage;
import plenum.chat.MessageId;
import plenum.chat.MessageKind;
import plenum.room.NamedPerson;

/**
 * A message as clients see it.
 *
 * @param number counts the messages to everybody
 * @param kind missing of one that was written and then sent
 * @param by the id of who wrote it
 * @param to the id of the only one who may read it beside that one
 * @param file that it brings along
 * @param at ISO 8601
 */
public record MessageView(
    String id,
    long number,
    Optional<String> kind,
    String by,
    String name,
    Optional<String> to,
    Optional<String> toName,
    Optional<String> reply,
    String text,
    Optional<FileView> file,
    String at,
    Optional<String> edited,
    Optional<Boolean> deleted) {

  static MessageView of(ChatMessage message) {
    return new MessageView(
        message.id().value(),
        message.number(),
        Optional.of(message.kind()).filter(MessageKind.REAL_TIME::equals).map(kind -> "real-time"),
        message.author().person().value(),
        message.author().name().value(),
        message.to().map(NamedPerson::person).map(one -> one.value()),
        message.to().map(NamedPerson::name).map(one -> one.value()),
        message.reply().map(MessageId::value),
        message.text(),
        message.file().map(FileView::of),
        message.at().toString(),
        message.edited().map(Object::toString),
        Optional.of(message.deleted()).filter(Boolean::booleanValue));
  }

  /** Characters that it takes at least. */
  int size() {
    return text.length() + name.length() + file.map(one -> one.name().length()).orElse(0);
  }
}
