package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.room.Devices;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about a room. */
public sealed interface RoomMessage extends ClientMessage {

  record JoinRoom(
      OptionalLong request,
      String room,
      Devices devices,
      List<String> decodes,
      Optional<String> password)
      implements RoomMessage {
    public JoinRoom {
      devices = devices == null ? Devices.NONE : devices;
      decodes = decodes == null ? List.of() : List.copyOf(decodes);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "JoinRoom[room=" + room + "]";
    }
  }

  record LeaveRoom(OptionalLong request) implements RoomMessage {}

  record UpdateDevices(OptionalLong request, Devices devices) implements RoomMessage {
    public UpdateDevices {
      devices = devices == null ? Devices.NONE : devices;
    }
  }

  record Speaking(OptionalLong request, boolean speaking) implements RoomMessage {}

  record CannotDecode(OptionalLong request, String codec) implements RoomMessage {}

  record RequestPublish(OptionalLong request, String source) implements RoomMessage {}

  record RequestPlay(OptionalLong request, String stream) implements RoomMessage {}

  record WatchRoom(OptionalLong request, String room) implements RoomMessage {}

  record RequestView(OptionalLong request, String room, String stream) implements RoomMessage {}

  record AddDevice(OptionalLong request, String name) implements RoomMessage {}

  record RemoveDevice(OptionalLong request, String device) implements RoomMessage {}

  record RenewDevice(OptionalLong request, String device) implements RoomMessage {}

  record RequestDevice(OptionalLong request, String device) implements RoomMessage {}
}
