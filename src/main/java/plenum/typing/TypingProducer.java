package plenum.typing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import plenum.chat.ChatEvent.ConversationOver;
import plenum.chat.Conversations;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.Rooms;
import plenum.settings.Current;
import plenum.settings.TypingSettings;

/** Wires real-time text to the application. */
@ApplicationScoped
class TypingProducer {

  private RealTimeText text;

  /** For the container's proxy only. */
  protected TypingProducer() {}

  @Inject
  TypingProducer(
      Current<TypingSettings> settings,
      Rooms rooms,
      Conversations conversations,
      Event<LineTyped> events) {
    text = new InMemoryRealTimeText(settings, rooms, conversations, events::fire, System::nanoTime);
  }

  @Produces
  @ApplicationScoped
  RealTimeText text() {
    return text;
  }

  void left(@Observes MemberLeft event) {
    text.left(event.room(), event.person());
  }

  void gone(@Observes RoomDeleted event) {
    text.roomGone(event.room());
  }

  void over(@Observes ConversationOver event) {
    text.conversationOver(event.room());
  }

  void gone(@Observes CallClosed event) {
    text.roomGone(event.room());
  }
}
