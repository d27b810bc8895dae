package plenum.signal.call;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import plenum.call.Call;
import plenum.call.CallId;
import plenum.call.CallRefused;
import plenum.call.CallRefused.Reason;
import plenum.call.Calls;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.signal.call.CallMessage.AcceptCall;
import plenum.signal.call.CallMessage.AddToCall;
import plenum.signal.call.CallMessage.CancelCall;
import plenum.signal.call.CallMessage.DeclineInvitation;
import plenum.signal.call.CallMessage.EndCall;
import plenum.signal.call.CallMessage.ListCalls;
import plenum.signal.call.CallMessage.MarkCallsSeen;
import plenum.signal.call.CallMessage.RejectCall;
import plenum.signal.call.CallMessage.StartCall;
import plenum.signal.call.CallViews.CallView;
import plenum.signal.call.CallViews.RecordView;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;

/** Does what clients ask for about calls. */
final class CallPart implements Part {

  private final Calls calls;
  private final Invited invited;

  CallPart(Calls calls, Invited invited) {
    this.calls = calls;
    this.invited = invited;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(StartCall.class, this::startCall),
        Act.of(AcceptCall.class, this::acceptCall),
        Act.of(RejectCall.class, this::rejectCall),
        Act.of(CancelCall.class, this::cancelCall),
        Act.of(EndCall.class, this::endCall),
        Act.of(AddToCall.class, this::addToCall),
        Act.of(DeclineInvitation.class, this::declineInvitation),
        Act.of(ListCalls.class, this::listCalls),
        Act.of(MarkCallsSeen.class, this::markCallsSeen));
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    PersonId person = connection.person();
    return Optional.of(
        new CallGreeting(
            calls.of(person).map(CallView::of), invited.of(person), calls.missed(person)));
  }

  private void startCall(Connection connection, StartCall message) {
    calls.start(
        connection.actor(),
        personId(message.person()),
        message.text(),
        answer(connection, message));
  }

  private void acceptCall(Connection connection, AcceptCall message) {
    calls.accept(
        connection.actor(), callId(message.call()), message.video(), answer(connection, message));
  }

  private void rejectCall(Connection connection, RejectCall message) {
    calls.reject(connection.actor(), callId(message.call()), answer(connection, message));
  }

  private void cancelCall(Connection connection, CancelCall message) {
    calls.cancel(connection.actor(), callId(message.call()), answer(connection, message));
  }

  private void endCall(Connection connection, EndCall message) {
    calls.end(connection.actor(), callId(message.call()), answer(connection, message));
  }

  private void addToCall(Connection connection, AddToCall message) {
    calls.add(
        connection.actor(),
        callId(message.call()),
        personId(message.person()),
        answer(connection, message));
  }

  private void declineInvitation(Connection connection, DeclineInvitation message) {
    RoomId.parse(message.room()).ifPresent(room -> calls.decline(connection.actor(), room));
    connection.send(new ServerMessage.Done(message.request()));
  }

  private void listCalls(Connection connection, ListCalls message) {
    // What is recorded meanwhile is told afterwards.
    calls.inOrder(() -> connection.send(list(connection.person(), message.request())));
  }

  private CallAnswer list(PersonId person, OptionalLong request) {
    List<RecordView> records = calls.records(person).stream().map(RecordView::of).toList();
    return new CallAnswer.Calls(request, records, calls.missed(person));
  }

  private void markCallsSeen(Connection connection, MarkCallsSeen message) {
    calls.markSeen(connection.actor());
    connection.done(message.request());
  }

  private static Consumer<Call> answer(Connection connection, CallMessage message) {
    return call -> connection.send(new CallAnswer.Call(message.request(), CallView.of(call)));
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
