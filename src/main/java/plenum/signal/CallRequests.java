package plenum.signal;

import java.util.List;
import java.util.OptionalLong;
import plenum.call.Call;
import plenum.call.CallId;
import plenum.call.CallRecord;
import plenum.call.CallRefused;
import plenum.call.CallRefused.Reason;
import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.signal.CallViews.CallView;
import plenum.signal.CallViews.RecordView;

/** Does what one client asks for about calls. */
final class CallRequests implements CallMessage.Handler {

  private final Connection connection;
  private final Calls calls;

  CallRequests(Connection connection, Calls calls) {
    this.connection = connection;
    this.calls = calls;
  }

  @Override
  public void startCall(CallMessage.StartCall message) {
    PersonId to = personId(message.person());
    answer(message.request(), calls.start(connection.person(), connection.page(), to));
  }

  @Override
  public void acceptCall(CallMessage.AcceptCall message) {
    CallId call = callId(message.call());
    answer(
        message.request(),
        calls.accept(call, connection.person(), connection.page(), message.video()));
  }

  @Override
  public void rejectCall(CallMessage.RejectCall message) {
    CallId call = callId(message.call());
    answer(message.request(), calls.reject(call, connection.person()));
  }

  @Override
  public void cancelCall(CallMessage.CancelCall message) {
    CallId call = callId(message.call());
    answer(message.request(), calls.cancel(call, connection.person()));
  }

  @Override
  public void endCall(CallMessage.EndCall message) {
    CallId call = callId(message.call());
    answer(message.request(), calls.end(call, connection.person()));
  }

  @Override
  public void addToCall(CallMessage.AddToCall message) {
    CallId call = callId(message.call());
    PersonId third = personId(message.person());
    answer(message.request(), calls.add(call, connection.person(), third));
  }

  @Override
  public void declineInvitation(CallMessage.DeclineInvitation message) {
    RoomId.parse(message.room()).ifPresent(room -> calls.decline(connection.person(), room));
  }

  @Override
  public void listCalls(CallMessage.ListCalls message) {
    List<CallRecord> records = calls.records(connection.person());
    connection.send(
        new ServerMessage.CallList(
            message.request(),
            records.stream().map(RecordView::of).toList(),
            calls.missed(connection.person())));
  }

  @Override
  public void markCallsSeen(CallMessage.MarkCallsSeen message) {
    calls.markSeen(connection.person());
  }

  private void answer(OptionalLong request, Call call) {
    connection.send(new ServerMessage.CallChanged(request, CallView.of(call)));
  }

  private static CallId callId(String text) {
    try {
      return new CallId(text);
    } catch (IllegalArgumentException malformed) {
      throw new CallRefused(Reason.CALL_OVER, "There is no such call.");
    }
  }

  private static PersonId personId(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException malformed) {
      throw new CallRefused(Reason.PERSON_OFFLINE, "There is no such person.");
    }
  }
}
