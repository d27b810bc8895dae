package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceMoved;
import plenum.room.DeviceId;
import plenum.room.RoomEvent.BitrateWanted;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.DeviceAdded;
import plenum.room.RoomEvent.DeviceRemoved;
import plenum.room.RoomEvent.DeviceUpdated;
import plenum.room.RoomEvent.GestureChanged;
import plenum.room.RoomEvent.LayersWanted;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomEvent.ObservationEnded;
import plenum.room.RoomEvent.ObserversChanged;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Topic;
import plenum.signal.room.RoomAnswer.RoomClosed;
import plenum.text.Refused;
import plenum.typing.LineTyped;

/** Brings what happened in rooms to their topics, and to the connections that it concerns. */
@ApplicationScoped
class RoomNews {

  private RoomTopics topics;
  private Connections connections;
  private Rooms rooms;

  /** For the container's proxy only. */
  protected RoomNews() {}

  @Inject
  RoomNews(RoomTopics topics, Connections connections, Rooms rooms) {
    this.topics = topics;
    this.connections = connections;
    this.rooms = rooms;
  }

  void updated(@Observes RoomUpdated event) {
    topics.touch(event.room(), RoomSource.ROOM);
  }

  void deleted(@Observes RoomDeleted event) {
    closed(
        event.inside(),
        new RoomClosed(
            event.room().value(),
            Optional.of(event.name().value()),
            event.by().isPresent() ? "deleted" : "ended",
            event.by().map(DisplayName::value)),
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
    inside.forEach(seated -> connections.by(seated.session()).ifPresent(concerned::add));
    // Also those who only watch. Who comes to watch now finds the topic forgotten.
    Optional<Topic<RoomEntry>> topic = topics.of(id);
    topics.forget(id);
    topic.ifPresent(room -> concerned.addAll(connections.following(room)));
    for (Connection connection : concerned) {
      topic.ifPresent(room -> connection.unfollow(room, RoomTopics.gone()));
      connection.send(message);
    }
  }

  void joined(@Observes MemberJoined event) {
    topics.touch(event.room(), RoomSource.key(event.person()));
    topics.touch(event.room(), RoomSource.CODECS);
  }

  void updated(@Observes MemberUpdated event) {
    topics.touch(event.room(), RoomSource.key(event.person()));
    topics.touch(event.room(), RoomSource.CODECS);
  }

  void left(@Observes MemberLeft event) {
    String reason = Refused.codeOf(event.reason());
    touchGesture(event.room(), event.person());
    topics.touch(event.room(), RoomSource.key(event.person()), reason);
    topics.touch(event.room(), RoomSource.CODECS);
  }

  void speaking(@Observes SpeakingChanged event) {
    topics.touch(event.room(), RoomSource.speakingKey(event.person()));
  }

  void gesture(@Observes GestureChanged event) {
    touchGesture(event.room(), event.person());
  }

  private void touchGesture(RoomId room, PersonId person) {
    topics.touch(room, RoomSource.handKey(person));
    topics.touch(room, RoomSource.answerKey(person));
    topics.touch(room, RoomSource.reactionKey(person));
  }

  void typed(@Observes LineTyped event) {
    topics.touch(event.room(), RoomSource.textKey(event.person()));
  }

  void stage(@Observes StageChanged event) {
    topics.touch(event.room(), RoomSource.STAGE);
  }

  void observers(@Observes ObserversChanged event) {
    topics.touch(event.room(), RoomSource.OBSERVERS);
  }

  void observation(@Observes ObservationEnded event) {
    connections
        .by(event.session())
        .ifPresent(
            one -> one.send(new RoomAnswer.ObservationEnded(event.room().value(), event.reason())));
  }

  void layers(@Observes LayersWanted event) {
    String stream = event.stream().name();
    connections
        .by(event.session())
        .ifPresent(
            one ->
                one.send(
                    new RoomAnswer.LayersWanted(event.room().value(), stream, event.layers())));
  }

  void bitrate(@Observes BitrateWanted event) {
    RoomAnswer told =
        new RoomAnswer.BitrateWanted(event.room().value(), event.stream().name(), event.percent());
    connections.by(event.session()).ifPresent(one -> one.send(told));
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
  private void device(RoomId room, DeviceId device, String reason) {
    topics.touch(room, RoomSource.key(device));
    topics.touch(room, RoomSource.memberKey(device), reason);
  }

  void moved(@Observes SeatMoved event) {
    if (rooms.isSeated(event.session())) {
      return; // It has taken the seat back meanwhile.
    }
    connections
        .by(event.session())
        .ifPresent(
            connection -> {
              topics
                  .of(event.room())
                  .ifPresent(topic -> connection.unfollow(topic, RoomTopics.outside()));
              connection.send(new RoomAnswer.SeatMoved(event.room().value()));
            });
  }

  void moved(@Observes PlaceMoved event) {
    RoomId.parse(event.place().id()).ifPresent(room -> topics.touch(room, RoomSource.MEDIA));
  }
}
