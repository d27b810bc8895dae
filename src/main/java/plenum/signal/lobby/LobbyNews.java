package plenum.signal.lobby;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import plenum.call.Call;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallStarted;
import plenum.presence.PresenceEvent;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomEvent.StageChanged;
import plenum.room.RoomId;
import plenum.room.Rooms;

/** Marks in the lobby what happened to people, rooms and calls. */
@ApplicationScoped
class LobbyNews {

  private LobbyTopic lobby;
  private HiddenRooms hidden;
  private Rooms rooms;

  /** For the container's proxy only. */
  protected LobbyNews() {}

  @Inject
  LobbyNews(LobbyTopic lobby, HiddenRooms hidden, Rooms rooms) {
    this.lobby = lobby;
    this.hidden = hidden;
    this.rooms = rooms;
  }

  void person(@Observes PresenceEvent event) {
    lobby.touch(event.person());
  }

  private void touch(RoomId room) {
    lobby.touch(room);
    hidden.touch(room);
  }

  void created(@Observes RoomCreated event) {
    touch(event.room());
  }

  /** The room and the people in it show what was hidden. */
  void updated(@Observes RoomUpdated event) {
    touch(event.room());
    rooms.members(event.room()).forEach(member -> lobby.touch(member.id()));
  }

  void deleted(@Observes RoomDeleted event) {
    touch(event.room());
    cleared(event.inside());
  }

  void closed(@Observes CallClosed event) {
    cleared(event.inside());
  }

  private void cleared(List<Seated> inside) {
    inside.forEach(seated -> lobby.touch(seated.person()));
  }

  void joined(@Observes MemberJoined event) {
    touch(event.room());
    lobby.touch(event.person());
  }

  void left(@Observes MemberLeft event) {
    touch(event.room());
    lobby.touch(event.person());
  }

  /** The list shows who shares. */
  void stage(@Observes StageChanged event) {
    touch(event.room());
  }

  void started(@Observes CallStarted event) {
    changed(event.call());
  }

  void accepted(@Observes CallAccepted event) {
    changed(event.call());
  }

  void over(@Observes CallOver event) {
    changed(event.call());
  }

  private void changed(Call call) {
    lobby.touch(call.from().id());
    lobby.touch(call.to().id());
  }
}
