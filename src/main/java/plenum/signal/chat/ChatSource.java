package plenum.signal.chat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import plenum.chat.ChatMessage;
import plenum.chat.Conversations;
import plenum.chat.MessageId;
import plenum.room.RoomId;
import plenum.signal.protocol.TopicSource;

/**
 * The messages to everybody in one room. A snapshot has them as they are when it is made: a change
 * that comes after it although it is in it changes nothing, since each has the whole message.
 */
record ChatSource(Conversations conversations, RoomId room) implements TopicSource<ChatEntry> {

  static final String NAME = "chat";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isRemembered() {
    return false;
  }

  @Override
  public Map<String, ChatEntry> all() {
    return Map.of();
  }

  @Override
  public Optional<ChatEntry> now(String key) {
    return MessageId.parse(key)
        .flatMap(id -> conversations.message(room, id))
        .filter(ChatMessage::isForEverybody)
        .map(MessageView::of)
        .map(ChatEntry::new);
  }

  @Override
  public Record snapshot(long seq, Collection<ChatEntry> views) {
    return new ChatState(seq, Portion.of(conversations.toEverybody(room, Portion.MOST)));
  }
}
