package plenum.signal.room;

import java.util.List;

/** The body of a room's snapshot. */
public record RoomState(
    long seq,
    RoomView room,
    List<MemberView> members,
    List<DeviceView> devices,
    StageView stage,
    List<String> speaking,
    List<HandView> hands,
    List<AnswerView> answers,
    List<TypedView> typing,
    MediaView media,
    List<String> codecs,
    List<String> observers) {}
