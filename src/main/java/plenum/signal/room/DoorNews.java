package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.identity.DisplayName;
import plenum.identity.SessionId;
import plenum.room.Moderation;
import plenum.room.RoomEvent.Admitted;
import plenum.room.RoomEvent.CameraStopped;
import plenum.room.RoomEvent.Muted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomEvent.SentOut;
import plenum.room.RoomEvent.TurnedAway;
import plenum.room.RoomEvent.Uninvited;
import plenum.room.RoomEvent.WaitingChanged;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.room.Waiting;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.ServerMessage;

/** Tells people at the door, and those inside, what moderators did, and moderators who waits. */
@ApplicationScoped
class DoorNews {

  private RoomTopics topics;
  private Connections connections;
  private Rooms rooms;
  private Moderation moderation;

  /** For the container's proxy only. */
  protected DoorNews() {}

  @Inject
  DoorNews(RoomTopics topics, Connections connections, Rooms rooms, Moderation moderation) {
    this.topics = topics;
    this.connections = connections;
    this.rooms = rooms;
    this.moderation = moderation;
  }

  void waiting(@Observes WaitingChanged event) {
    List<Waiting> waiting = moderation.waiting(event.room());
    DoorAnswer.WaitingPeople list = DoorAnswer.WaitingPeople.of(event.room(), waiting);
    for (Seated moderator : moderation.moderators(event.room())) {
      send(moderator.session(), list);
    }
    Optional<RoomSummary> room = rooms.room(event.room());
    boolean moderated = moderation.isModerated(event.room());
    for (Waiting one : waiting) {
      room.ifPresent(
          found ->
              send(one.session(), DoorAnswer.Waiting.of(OptionalLong.empty(), found, moderated)));
    }
  }

  void admitted(@Observes Admitted event) {
    send(event.session(), new DoorAnswer.Admitted(event.room().value()));
  }

  void turnedAway(@Observes TurnedAway event) {
    send(event.session(), new DoorAnswer.TurnedAway(event.room().value()));
  }

  void muted(@Observes Muted event) {
    send(event.session(), new DoorAnswer.Muted(event.by().map(DisplayName::value)));
  }

  void stopped(@Observes CameraStopped event) {
    send(event.session(), new DoorAnswer.CameraStopped(event.by().map(DisplayName::value)));
  }

  void sentOut(@Observes SentOut event) {
    tellSentOut(event);
    showWatchersOut(event.room());
  }

  private void tellSentOut(SentOut event) {
    if (rooms.isSeated(event.session())) {
      return; // It has been let in again meanwhile.
    }
    connections
        .by(event.session())
        .ifPresent(
            connection ->
                close(
                    connection,
                    event.room(),
                    event.banned() ? "banned" : "removed",
                    Optional.of(event.by().value())));
  }

  void uninvited(@Observes Uninvited event) {
    if (!rooms.isSeated(event.session())) {
      connections
          .by(event.session())
          .ifPresent(one -> close(one, event.room(), "guest-link-ended", Optional.empty()));
    }
    showWatchersOut(event.room());
  }

  void updated(@Observes RoomUpdated event) {
    showWatchersOut(event.room());
  }

  /** Those who may only watch no longer; also who was sent out, and watches in another tab. */
  private void showWatchersOut(RoomId room) {
    topics.of(room).map(connections::following).orElse(List.of()).stream()
        .filter(connection -> !rooms.isSeated(connection.session()))
        .filter(connection -> moderation.expel(connection.actor(), room))
        .forEach(connection -> close(connection, room, "closed", Optional.empty()));
  }

  private void close(Connection connection, RoomId id, String reason, Optional<String> by) {
    topics.of(id).ifPresent(topic -> connection.unfollow(topic, RoomTopics.outside()));
    Optional<String> name = rooms.room(id).flatMap(RoomSummary::name).map(RoomName::value);
    connection.send(new RoomAnswer.RoomClosed(id.value(), name, reason, by));
  }

  private void send(SessionId session, ServerMessage message) {
    connections.by(session).ifPresent(connection -> connection.send(message));
  }
}
