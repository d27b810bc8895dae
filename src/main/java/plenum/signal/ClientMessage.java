package plenum.signal;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.room.Devices;

/**
 * What a client may send; {@code request} is repeated in the answer. Text members must be there
 * unless they are optional, the others may be missing.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "change-page", type = ClientMessage.ChangePage.class),
      @JsonbSubtype(alias = "watch-lobby", type = ClientMessage.WatchLobby.class),
      @JsonbSubtype(alias = "leave-lobby", type = ClientMessage.LeaveLobby.class),
      @JsonbSubtype(alias = "create-room", type = ClientMessage.CreateRoom.class),
      @JsonbSubtype(alias = "delete-room", type = ClientMessage.DeleteRoom.class),
      @JsonbSubtype(alias = "join-room", type = ClientMessage.JoinRoom.class),
      @JsonbSubtype(alias = "leave-room", type = ClientMessage.LeaveRoom.class),
      @JsonbSubtype(alias = "update-devices", type = ClientMessage.UpdateDevices.class),
      @JsonbSubtype(alias = "speaking", type = ClientMessage.Speaking.class),
      @JsonbSubtype(alias = "request-publish", type = ClientMessage.RequestPublish.class),
      @JsonbSubtype(alias = "request-play", type = ClientMessage.RequestPlay.class),
      @JsonbSubtype(alias = "add-device", type = ClientMessage.AddDevice.class),
      @JsonbSubtype(alias = "remove-device", type = ClientMessage.RemoveDevice.class),
      @JsonbSubtype(alias = "request-device", type = ClientMessage.RequestDevice.class),
      @JsonbSubtype(alias = "watch-room", type = ClientMessage.WatchRoom.class),
      @JsonbSubtype(alias = "request-view", type = ClientMessage.RequestView.class),
      @JsonbSubtype(alias = "update-presence", type = ClientMessage.UpdatePresence.class),
      @JsonbSubtype(alias = "start-call", type = CallMessage.StartCall.class),
      @JsonbSubtype(alias = "accept-call", type = CallMessage.AcceptCall.class),
      @JsonbSubtype(alias = "reject-call", type = CallMessage.RejectCall.class),
      @JsonbSubtype(alias = "cancel-call", type = CallMessage.CancelCall.class),
      @JsonbSubtype(alias = "end-call", type = CallMessage.EndCall.class),
      @JsonbSubtype(alias = "add-to-call", type = CallMessage.AddToCall.class),
      @JsonbSubtype(alias = "decline-invitation", type = CallMessage.DeclineInvitation.class),
      @JsonbSubtype(alias = "list-calls", type = CallMessage.ListCalls.class),
      @JsonbSubtype(alias = "mark-calls-seen", type = CallMessage.MarkCallsSeen.class),
      @JsonbSubtype(alias = "take-stage", type = StageMessage.TakeStage.class),
      @JsonbSubtype(alias = "leave-stage", type = StageMessage.LeaveStage.class),
      @JsonbSubtype(alias = "request-stage", type = StageMessage.RequestStage.class),
      @JsonbSubtype(
          alias = "withdraw-stage-request",
          type = StageMessage.WithdrawStageRequest.class),
      @JsonbSubtype(alias = "decline-stage", type = StageMessage.DeclineStage.class),
      @JsonbSubtype(alias = "grant-stage", type = StageMessage.GrantStage.class),
      @JsonbSubtype(alias = "take-back-stage", type = StageMessage.TakeBackStage.class),
      @JsonbSubtype(alias = "resync", type = ClientMessage.Resync.class),
      @JsonbSubtype(alias = "ping", type = ClientMessage.Ping.class)
    })
public sealed interface ClientMessage
    permits CallMessage,
        StageMessage,
        ClientMessage.ChangePage,
        ClientMessage.WatchLobby,
        ClientMessage.LeaveLobby,
        ClientMessage.CreateRoom,
        ClientMessage.DeleteRoom,
        ClientMessage.JoinRoom,
        ClientMessage.LeaveRoom,
        ClientMessage.UpdateDevices,
        ClientMessage.Speaking,
        ClientMessage.RequestPublish,
        ClientMessage.RequestPlay,
        ClientMessage.AddDevice,
        ClientMessage.RemoveDevice,
        ClientMessage.RequestDevice,
        ClientMessage.WatchRoom,
        ClientMessage.RequestView,
        ClientMessage.UpdatePresence,
        ClientMessage.Resync,
        ClientMessage.Ping {

  /** The number to repeat in the answer. */
  OptionalLong request();

  /** Calls the handler's method for this kind of message. */
  void handBy(Handler handler);

  /** Somebody who can deal with every kind of message. */
  interface Handler {
    void changePage(ChangePage message);

    void watchLobby(WatchLobby message);

    void leaveLobby(LeaveLobby message);

    void createRoom(CreateRoom message);

    void deleteRoom(DeleteRoom message);

    void joinRoom(JoinRoom message);

    void leaveRoom(LeaveRoom message);

    void updateDevices(UpdateDevices message);

    void speaking(Speaking message);

    void requestPublish(RequestPublish message);

    void requestPlay(RequestPlay message);

    void addDevice(AddDevice message);

    void removeDevice(RemoveDevice message);

    void requestDevice(RequestDevice message);

    void watchRoom(WatchRoom message);

    void requestView(RequestView message);

    void updatePresence(UpdatePresence message);

    void call(CallMessage message);

    void stage(StageMessage message);

    void resync(Resync message);

    void ping(Ping message);
  }

  record ChangePage(OptionalLong request) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.changePage(this);
    }
  }

  record WatchLobby(OptionalLong request) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.watchLobby(this);
    }
  }

  record LeaveLobby(OptionalLong request) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.leaveLobby(this);
    }
  }

  record CreateRoom(OptionalLong request, String name, Optional<String> kind)
      implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.createRoom(this);
    }
  }

  record DeleteRoom(OptionalLong request, String room, boolean force) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.deleteRoom(this);
    }
  }

  record JoinRoom(OptionalLong request, String room, Devices devices) implements ClientMessage {
    public JoinRoom {
      devices = devices == null ? Devices.NONE : devices;
    }

    @Override
    public void handBy(Handler handler) {
      handler.joinRoom(this);
    }
  }

  record LeaveRoom(OptionalLong request) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.leaveRoom(this);
    }
  }

  record UpdateDevices(OptionalLong request, Devices devices) implements ClientMessage {
    public UpdateDevices {
      devices = devices == null ? Devices.NONE : devices;
    }

    @Override
    public void handBy(Handler handler) {
      handler.updateDevices(this);
    }
  }

  record Speaking(OptionalLong request, boolean speaking) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.speaking(this);
    }
  }

  record RequestPublish(OptionalLong request, String source) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.requestPublish(this);
    }
  }

  record RequestPlay(OptionalLong request, String stream) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.requestPlay(this);
    }
  }

  record AddDevice(OptionalLong request, String name) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.addDevice(this);
    }
  }

  record RemoveDevice(OptionalLong request, String device) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.removeDevice(this);
    }
  }

  record RequestDevice(OptionalLong request, String device) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.requestDevice(this);
    }
  }

  record WatchRoom(OptionalLong request, String room) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.watchRoom(this);
    }
  }

  record RequestView(OptionalLong request, String room, String stream) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.requestView(this);
    }
  }

  record UpdatePresence(OptionalLong request, boolean camera, boolean microphone, boolean away)
      implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.updatePresence(this);
    }
  }

  record Resync(OptionalLong request, String topic) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.resync(this);
    }
  }

  record Ping(OptionalLong request) implements ClientMessage {
    @Override
    public void handBy(Handler handler) {
      handler.ping(this);
    }
  }
}
