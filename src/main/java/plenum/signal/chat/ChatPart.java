package plenum.signal.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import plenum.chat.ChatMessage;
import plenum.chat.ChatRefused;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.Conversations;
import plenum.chat.MessageId;
import plenum.chat.NewMessage;
import plenum.chat.file.FileId;
import plenum.chat.file.FileRefused;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.settings.FileSettings;
import plenum.signal.chat.ChatMessages.DeleteMessage;
import plenum.signal.chat.ChatMessages.EditMessage;
import plenum.signal.chat.ChatMessages.GetMessages;
import plenum.signal.chat.ChatMessages.SendMessage;
import plenum.signal.chat.ChatMessages.WatchChat;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;

/** Does what clients ask for about the conversation of their room. */
final class ChatPart implements Part {

  private static final int LONGEST_TOKEN = 64;

  private final ChatTopics topics;
  private final Conversations conversations;
  private final Current<ChatSettings> settings;
  private final Current<FileSettings> files;

  ChatPart(
      ChatTopics topics,
      Conversations conversations,
      Current<ChatSettings> settings,
      Current<FileSettings> files) {
    this.topics = topics;
    this.conversations = conversations;
    this.settings = settings;
    this.files = files;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(WatchChat.class, (by, message) -> follow(by, message.request())),
        Act.of(SendMessage.class, this::send),
        Act.of(EditMessage.class, this::edit),
        Act.of(DeleteMessage.class, this::delete),
        Act.of(GetMessages.class, this::earlier));
  }

  @Override
  public Map<String, BiConsumer<Connection, OptionalLong>> topics() {
    return Map.of(ChatSource.NAME, this::follow);
  }

  private void follow(Connection connection, OptionalLong request) {
    RoomId room = conversations.of(connection.actor());
    List<ChatMessage> personal = conversations.personal(room, connection.person(), Portion.MOST);
    ChatSettings limits = settings.now();
    connection.follow(
        topics.enter(room),
        new ChatAnswer.Chat(
            request,
            room.value(),
            Portion.of(personal),
            limits.length(),
            limits.changeTime().toSeconds(),
            limits.days(),
            FileLimits.of(files.now())));
    if (!isIn(connection, room)) { // Left in between: nobody else would end it.
      ChatTopics.leave(connection);
    }
  }

  private boolean isIn(Connection connection, RoomId room) {
    try {
      return conversations.of(connection.actor()).equals(room);
    } catch (ChatRefused seatless) {
      return false;
    }
  }

  private void send(Connection connection, SendMessage message) {
    NewMessage wanted =
        new NewMessage(
            message.token().filter(token -> token.length() <= LONGEST_TOKEN).orElse(""),
            message.to().map(ChatPart::person),
            message.reply().map(ChatPart::message),
            message.text(),
            message.file().map(ChatPart::file));
    ChatMessage said = conversations.write(connection.actor(), wanted);
    connection.send(new ChatAnswer.MessageSent(message.request(), MessageView.of(said)));
  }

  private void edit(Connection connection, EditMessage message) {
    conversations.edit(connection.actor(), message(message.message()), message.text());
    connection.send(new ServerMessage.Done(message.request()));
  }

  private void delete(Connection connection, DeleteMessage message) {
    conversations.delete(connection.actor(), message(message.message()));
    connection.send(new ServerMessage.Done(message.request()));
  }

  private void earlier(Connection connection, GetMessages message) {
    long before = message.before().orElse(Long.MAX_VALUE);
    List<ChatMessage> found = conversations.earlier(connection.actor(), before, Portion.MOST);
    connection.send(new ChatAnswer.Messages(message.request(), Portion.of(found)));
  }

  private static MessageId message(String text) {
    return MessageId.parse(text)
        .orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_MESSAGE, "no-such-message"));
  }

  private static FileId file(String text) {
    return FileId.parse(text).orElseThrow(FileRefused::noSuchFile);
  }

  private static PersonId person(String text) {
    return Optional.of(text)
        .filter(PersonId::isOne)
        .map(PersonId::new)
        .orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_MEMBER, "no-such-member.unknown"));
  }
}
