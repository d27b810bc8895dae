package plenum.signal;

import java.util.List;
import java.util.OptionalLong;
import plenum.call.Asker;
import plenum.call.CallId;
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
    calls.start(asker(message), personId(message.person()));
  }

  @Override
  public void acceptCall(CallMessage.AcceptCall message) {
    calls.accept(asker(message), callId(message.call()), message.video());
  }

  @Override
  public void rejectCall(CallMessage.RejectCall message) {
    calls.reject(asker(message), callId(message.call()));
  }

  @Override
  public void cancelCall(CallMessage.CancelCall message) {
    calls.cancel(asker(message), callId(message.call()));
  }

  @Override
  public void endCall(CallMessage.EndCall message) {
    calls.end(asker(message), callId(message.call()));
  }

  @Override
  public void addToCall(CallMessage.AddToCall message) {
    calls.add(asker(message), callId(message.call()), personId(message.person()));
  }

  @Override
  public void declineInvitation(CallMessage.DeclineInvitation message) {
    RoomId.parse(message.room()).ifPresent(room -> calls.decline(connection.person(), room));
    connection.send(new ServerMessage.Done(message.request()));
  }

  @Override
  public void listCalls(CallMessage.ListCalls message) {
    // What is recorded meanwhile is told afterwards.
    calls.inOrder(() -> connection.send(list(message.request())));
  }

  private ServerMessage list(OptionalLong request) {
    PersonId person = connection.person();
    List<RecordView> records = calls.records(person).stream().map(RecordView::of).toList();
    return new ServerMessage.CallList(request, records, calls.missed(person));
  }

  @Override
  public void markCallsSeen(CallMessage.MarkCallsSeen message) {
    calls.markSeen(connection.person());
  }

  private Asker asker(CallMessage message) {
    return new Asker(
        connection.person(),
        connection.page(),
        call ->
            connection.send(new ServerMessage.CallChanged(message.request(), CallView.of(call))));
  }

  private static CallId callId(String text) {
    try {
      return new CallId(text);
    } catch (IllegalArgumentException malformed) {
      throw new CallRefused(Reason.CALL_OVER, "call-over.unknown");
    }
  }

  private static PersonId personId(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException malformed) {
      throw new CallRefused(Reason.PERSON_OFFLINE, "person-offline.unknown");
    }
  }
}
