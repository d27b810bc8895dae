package plenum.signal.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import plenum.call.Call;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallRecorded;
import plenum.call.CallEvent.CallStarted;
import plenum.call.CallEvent.InvitationOver;
import plenum.call.CallEvent.MissedCallsSeen;
import plenum.call.CallEvent.PersonInvited;
import plenum.call.Calls;
import plenum.call.Invitation;
import plenum.identity.PersonId;
import plenum.signal.call.CallViews.CallView;
import plenum.signal.call.CallViews.RecordView;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.ServerMessage;

/** Brings what happened to calls to all tabs of the persons that it concerns. */
@ApplicationScoped
class CallNews {

  private Connections connections;
  private Calls calls;
  private Invited invited;

  /** For the container's proxy only. */
  protected CallNews() {}

  @Inject
  CallNews(Connections connections, Calls calls, Invited invited) {
    this.connections = connections;
    this.calls = calls;
    this.invited = invited;
  }

  void started(@Observes CallStarted event) {
    changed(event.call());
  }

  void accepted(@Observes CallAccepted event) {
    changed(event.call());
  }

  void over(@Observes CallOver event) {
    changed(event.call());
  }

  private void changed(Call call) {
    var message = new CallAnswer.Call(OptionalLong.empty(), CallView.of(call));
    tell(call.from().id(), message);
    tell(call.to().id(), message);
  }

  void recorded(@Observes CallRecorded event) {
    tell(
        event.person(), new CallAnswer.CallRecorded(RecordView.of(event.record()), event.missed()));
  }

  void seen(@Observes MissedCallsSeen event) {
    tell(event.person(), new CallAnswer.CallsSeen(calls.missed(event.person())));
  }

  void invited(@Observes PersonInvited event) {
    invited
        .view(event.invitation())
        .ifPresent(
            view ->
                tell(
                    event.invitation().person(),
                    new CallAnswer.Invitation(view.room(), view.by())));
  }

  void over(@Observes InvitationOver event) {
    Invitation invitation = event.invitation();
    tell(invitation.person(), new CallAnswer.InvitationOver(invitation.room().value()));
  }

  private void tell(PersonId person, ServerMessage message) {
    connections.of(person).forEach(connection -> connection.send(message));
  }
}
