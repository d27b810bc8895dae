package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import plenum.signal.protocol.Change;

/** What changes in a room's topic. */
public sealed interface RoomChange extends Change {

  record RoomUpdated(RoomView room) implements RoomChange {}

  record MemberJoined(MemberView member) implements RoomChange {}

  record MemberUpdated(MemberView member) implements RoomChange {}

  record MemberLeft(String id, String reason) implements RoomChange {}

  record MemberSpeaking(String id, boolean speaking) implements RoomChange {}

  record HandRaised(String id, long turn) implements RoomChange {}

  record HandLowered(String id) implements RoomChange {}

  record AnswerGiven(String id, String answer) implements RoomChange {}

  record AnswerWithdrawn(String id) implements RoomChange {}

  record MemberReacted(String id, Optional<String> reaction, long number) implements RoomChange {}

  record TextTyped(String id, String name, long line, String text) implements RoomChange {}

  record TextGone(String id) implements RoomChange {}

  record MediaChanged(MediaView media) implements RoomChange {}

  record CodecsChanged(List<String> codecs) implements RoomChange {}

  record ObserversChanged(List<String> observers) implements RoomChange {}

  record StageChanged(StageView stage) implements RoomChange {}

  record DeviceAdded(DeviceView device) implements RoomChange {}

  record DeviceUpdated(DeviceView device) implements RoomChange {}

  record DeviceRemoved(String id) implements RoomChange {}
}
