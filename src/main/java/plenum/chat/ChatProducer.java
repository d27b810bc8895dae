package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import plenum.audit.AuditTrail;
import plenum.right.Rights;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.Rooms;
import plenum.settings.ChatSettings;
import plenum.settings.Current;

/** Wires the conversations to the application. */
@ApplicationScoped
class ChatProducer {

  private Conversations conversations;

  /** For the container's proxy only. */
  protected ChatProducer() {}

  @Inject
  ChatProducer(
      Current<ChatSettings> settings,
      Rooms rooms,
      Rights rights,
      AuditTrail trail,
      Event<ChatEvent> events) {
    conversations =
        new InMemoryConversations(
            settings, rooms, rights, InstantSource.system(), System::nanoTime, trail, events::fire);
  }

  @Produces
  @ApplicationScoped
  Conversations conversations() {
    return conversations;
  }

  void joined(@Observes MemberJoined event) {
    conversations.joined(event.room(), event.person());
  }

  void left(@Observes MemberLeft event) {
    conversations.left(event.room(), event.person());
  }

  void deleted(@Observes RoomDeleted event) {
    conversations.roomGone(event.room());
  }

  void closed(@Observes CallClosed event) {
    conversations.roomGone(event.room());
  }
}
