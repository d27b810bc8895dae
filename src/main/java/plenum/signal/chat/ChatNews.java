package plenum.signal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.chat.ChatEvent.ConversationOver;
import plenum.chat.ChatEvent.MessageChanged;
import plenum.chat.ChatEvent.MessageWritten;
import plenum.chat.ChatEvent.ReaderLeft;
import plenum.chat.ChatMessage;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.Rooms;
import plenum.signal.chat.ChatAnswer.PersonalMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Topic;

/** Brings what was said to those who follow the conversation and may read it. */
@ApplicationScoped
class ChatNews {

  private ChatTopics topics;
  private Connections connections;
  private Rooms rooms;

  /** For the container's proxy only. */
  protected ChatNews() {}

  @Inject
  ChatNews(ChatTopics topics, Connections connections, Rooms rooms) {
    this.topics = topics;
    this.connections = connections;
    this.rooms = rooms;
  }

  void written(@Observes MessageWritten event) {
    tell(event.room(), event.message());
  }

  void changed(@Observes MessageChanged event) {
    tell(event.room(), event.message());
  }

  private void tell(RoomId room, ChatMessage message) {
    if (message.isForEverybody()) {
      topics.of(room).ifPresent(topic -> topic.touch(message.id().value()));
    } else {
      topics.of(room).ifPresent(topic -> tellPersons(topic, room, message));
    }
  }

  private void tellPersons(Topic<ChatEntry> topic, RoomId room, ChatMessage message) {
    PersonalMessage told = new PersonalMessage(room.value(), MessageView.of(message));
    connections.following(topic).stream()
        .filter(one -> message.isFor(one.person()))
        .forEach(one -> one.send(told));
  }

  /** Who has no seat there any more; by another connection one may have it again already. */
  void left(@Observes ReaderLeft event) {
    topics
        .of(event.room())
        .ifPresent(
            topic ->
                connections.of(event.person()).stream()
                    .filter(one -> !rooms.isSeated(one.session()) || isElsewhere(one, event.room()))
                    .forEach(one -> one.unfollow(topic, outside())));
  }

  private boolean isElsewhere(Connection connection, RoomId room) {
    return rooms.seatOf(connection.person()).filter(room::equals).isEmpty();
  }

  void moved(@Observes SeatMoved event) {
    if (!rooms.isSeated(event.session())) {
      connections
          .by(event.session())
          .ifPresent(
              one -> topics.of(event.room()).ifPresent(topic -> one.unfollow(topic, outside())));
    }
  }

  void over(@Observes ConversationOver event) {
    topics
        .forget(event.room())
        .ifPresent(
            topic -> connections.following(topic).forEach(one -> one.unfollow(topic, outside())));
  }

  private static RoomRefused outside() {
    return new RoomRefused(Reason.NOT_IN_A_ROOM, "not-in-a-room.any-more");
  }
}
