package plenum.signal.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.chat.Conversations;
import plenum.room.RoomId;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Topic;
import plenum.signal.protocol.Topics;

/** A topic for each conversation that anybody ever followed. */
final class ChatTopics {

  private final Conversations conversations;
  private final Topics topics;
  private final Map<RoomId, Topic<ChatEntry>> byRoom = new ConcurrentHashMap<>();

  ChatTopics(Conversations conversations, Topics topics) {
    this.conversations = conversations;
    this.topics = topics;
  }

  Optional<Topic<ChatEntry>> of(RoomId room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  /** A conversation's topic for somebody who follows it. */
  Topic<ChatEntry> enter(RoomId room) {
    return byRoom.computeIfAbsent(room, id -> topics.of(new ChatSource(conversations, id)));
  }

  Optional<Topic<ChatEntry>> forget(RoomId room) {
    return Optional.ofNullable(byRoom.remove(room));
  }

  /** The connection follows no conversation. */
  static void leave(Connection connection) {
    connection.followed(ChatSource.NAME).ifPresent(connection::unfollow);
  }
}
