package plenum.signal.room;

import java.util.List;
import plenum.signal.protocol.Change;

/** What changes in a room's topic. */
public sealed interface RoomChange extends Change {

  record RoomUpdated(RoomView room) implements RoomChange {}

  record MemberJoined(MemberView member) implements RoomChange {}

  record MemberUpdated(MemberView member) implements RoomChange {}

  record MemberLeft(String id, String reason) implements RoomChange {}

  record MemberSpeaking(String id, boolean speaking) implements RoomChange {}

  record MediaChanged(MediaView media) implements RoomChange {}

  record CodecsChanged(List<String> codecs) implements RoomChange {}

  record ObserversChanged(List<String> observers) implements RoomChange {}

  record StageChanged(StageView stage) implements RoomChange {}

  record DeviceAdded(DeviceView device) implements RoomChange {}

  record DeviceUpdated(DeviceView device) implements RoomChange {}

  record DeviceRemoved(String id) implements RoomChange {}
}
