package plenum.signal;

import java.util.List;
import plenum.signal.Views.DeviceView;
import plenum.signal.Views.MediaView;
import plenum.signal.Views.MemberView;
import plenum.signal.Views.RoomView;

/** The body of a room's snapshot. */
public record RoomState(
    long seq,
    RoomView room,
    List<MemberView> members,
    List<DeviceView> devices,
    StageView stage,
    List<String> speaking,
    MediaView media) {}
