package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import plenum.audit.AuditTrail;
import plenum.chat.file.Uploads;
import plenum.right.Rights;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.Rooms;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.time.Timers;

/** Wires the conversations to the application. */
@ApplicationScoped
class ChatProducer {

  private static final Duration ROUND = Duration.ofHours(1);

  private Conversations conversations;
  private Timers timers;

  /** For the container's proxy only. */
  protected ChatProducer() {}

  @Inject
  ChatProducer(
      Current<ChatSettings> settings,
      Rooms rooms,
      Rights rights,
      MessageStore store,
      Uploads files,
      Timers timers,
      AuditTrail trail,
      Event<ChatEvent> events) {
    conversations =
        new InMemoryConversations(
            settings,
            rooms,
            rights,
            InstantSource.system(),
            System::nanoTime,
            store,
            files,
            trail,
            events::fire);
    this.timers = timers;
    again();
  }

  /** What is too old is forgotten also in rooms where nobody is. */
  private void again() {
    timers.after(
        ROUND,
        () -> {
          again();
          conversations.lookAtAll();
        });
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

  void updated(@Observes RoomUpdated event) {
    conversations.look(event.room());
  }

  void deleted(@Observes RoomDeleted event) {
    conversations.roomGone(event.room());
  }

  void closed(@Observes CallClosed event) {
    conversations.roomGone(event.room());
  }
}
