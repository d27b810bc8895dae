package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.identity.PersonId;
import plenum.media.PlaceMoved;
import plenum.presence.PresenceEvent;
import plenum.room.DeviceId;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.DeviceAdded;
import plenum.room.RoomEvent.DeviceRemoved;
import plenum.room.RoomEvent.DeviceUpdated;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.signal.ServerMessage.RoomClosed;
import plenum.signal.ServerMessage.SeatTaken;
import plenum.text.Refused;

/** Brings what happened in the features to the topics and connections that it concerns. */
@ApplicationScoped
class SignalNews {

  @Inject Topics topics;
  @Inject Connections connections;
  @Inject Reception reception;
  @Inject Rooms rooms;

  void person(@Observes PresenceEvent event) {
    topics.lobby().touch(LobbySource.key(event.person()));
  }

  void created(@Observes RoomCreated event) {
    topics.lobby().touch(LobbySource.key(event.room()));
  }

  /** The list, the room and the people in it show what was hidden. */
  void updated(@Observes RoomUpdated event) {
    topics.lobby().touch(LobbySource.key(event.room()));
    rooms
        .members(event.room())
        .forEach(member -> topics.lobby().touch(LobbySource.key(member.id())));
    topics.ofRoom(event.room()).ifPresent(room -> room.touch(RoomSource.ROOM));
  }

  void deleted(@Observes RoomDeleted event) {
    topics.lobby().touch(LobbySource.key(event.room()));
    closed(
        event.inside(),
        new RoomClosed(
            event.room().value(),
            Optional.of(event.name().value()),
            "deleted",
            Optional.of(event.by().value())),
        event.room());
  }

  void closed(@Observes CallClosed event) {
    closed(
        event.inside(),
        new RoomClosed(event.room().value(), Optional.empty(), "call-ended", Optional.empty()),
        event.room());
  }

  private void closed(List<Seated> inside, RoomClosed message, RoomId id) {
    Set<Connection> concerned = new LinkedHashSet<>();
    for (Seated seated : inside) {
      topics.lobby().touch(LobbySource.key(seated.person()));
      connections.by(seated.session()).ifPresent(concerned::add);
    }
    // Also those who only watch; and none who comes to watch now, for the topic is forgotten first.
    Optional<Topic<RoomEntry>> topic = topics.ofRoom(id);
    topics.forget(id);
    topic.ifPresent(room -> concerned.addAll(connections.following(room)));
    for (Connection connection : concerned) {
      topic.ifPresent(connection::unfollow);
      connection.send(message);
    }
  }

  void joined(@Observes MemberJoined event) {
    membership(event.room(), event.person());
    topics.ofRoom(event.room()).ifPresent(room -> room.touch(RoomSource.key(event.person())));
  }

  void updated(@Observes MemberUpdated event) {
    topics.ofRoom(event.room()).ifPresent(room -> room.touch(RoomSource.key(event.person())));
  }

  void left(@Observes MemberLeft event) {
    membership(event.room(), event.person());
    String reason = Refused.codeOf(event.reason());
    topics
        .ofRoom(event.room())
        .ifPresent(room -> room.touch(RoomSource.key(event.person()), reason));
  }

  void speaking(@Observes SpeakingChanged event) {
    topics
        .ofRoom(event.room())
        .ifPresent(room -> room.touch(RoomSource.speakingKey(event.person())));
  }

  /** The list shows who shares. */
  void stage(@Observes StageChanged event) {
    topics.lobby().touch(LobbySource.key(event.room()));
    topics.ofRoom(event.room()).ifPresent(room -> room.touch(RoomSource.STAGE));
  }

  void device(@Observes DeviceAdded event) {
    device(event.room(), event.device(), "");
  }

  void device(@Observes DeviceUpdated event) {
    device(event.room(), event.device(), "left");
  }

  void device(@Observes DeviceRemoved event) {
    device(event.room(), event.device(), "removed");
  }

  /** A device is listed as such, and among the members while it is on air. */
  private void device(RoomId id, DeviceId device, String reason) {
    topics
        .ofRoom(id)
        .ifPresent(
            room -> {
              room.touch(RoomSource.key(device));
              room.touch(RoomSource.memberKey(device), reason);
            });
  }

  void moved(@Observes SeatMoved event) {
    connections
        .by(event.session())
        .ifPresent(
            connection -> {
              topics.ofRoom(event.room()).ifPresent(connection::unfollow);
              connection.send(new SeatTaken(event.room().value()));
            });
  }

  void moved(@Observes PlaceMoved event) {
    RoomId.parse(event.place().id())
        .flatMap(topics::ofRoom)
        .ifPresent(room -> room.touch(RoomSource.MEDIA));
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    if (!connections.all().isEmpty()) {
      reception.dismissAll();
    }
  }

  private void membership(RoomId room, PersonId person) {
    topics.lobby().touch(LobbySource.key(room));
    topics.lobby().touch(LobbySource.key(person));
  }
}
