package plenum.signal.call;

import java.util.List;
import java.util.OptionalLong;
import plenum.signal.call.CallViews.CallView;
import plenum.signal.call.CallViews.PartyView;
import plenum.signal.call.CallViews.RecordView;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.RoomView;

/** What the server tells about calls. */
public sealed interface CallAnswer extends ServerMessage {

  record Call(OptionalLong request, CallView call) implements CallAnswer {}

  record CallRecorded(RecordView record, int missed) implements CallAnswer {}

  record Calls(OptionalLong request, List<RecordView> calls, int missed) implements CallAnswer {}

  record CallsSeen(int missed) implements CallAnswer {}

  record Invitation(RoomView room, PartyView by) implements CallAnswer {}

  record InvitationOver(String room) implements CallAnswer {}
}
