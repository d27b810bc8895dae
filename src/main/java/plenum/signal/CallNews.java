package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
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
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.signal.CallViews.CallView;
import plenum.signal.CallViews.InvitationView;
import plenum.signal.CallViews.PartyView;
import plenum.signal.CallViews.RecordView;
import plenum.signal.Views.RoomView;

/** Brings what happened to calls to all tabs of the persons that it concerns, and to the lobby. */
@ApplicationScoped
class CallNews {

  @Inject Topics topics;
  @Inject Connections connections;
  @Inject Calls calls;
  @Inject Rooms rooms;

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
    var message = new ServerMessage.CallChanged(OptionalLong.empty(), CallView.of(call));
    tell(call.from().id(), message);
    tell(call.to().id(), message);
    topics.lobby().touch(LobbySource.key(call.from().id()));
    topics.lobby().touch(LobbySource.key(call.to().id()));
  }

  void recorded(@Observes CallRecorded event) {
    tell(
        event.person(),
        new ServerMessage.CallRecorded(RecordView.of(event.record()), event.missed()));
  }

  void seen(@Observes MissedCallsSeen event) {
    tell(event.person(), new ServerMessage.CallsSeen(calls.missed(event.person())));
  }

  void invited(@Observes PersonInvited event) {
    view(event.invitation())
        .ifPresent(
            view ->
                tell(
                    event.invitation().person(),
                    new ServerMessage.Invited(view.room(), view.by())));
  }

  void over(@Observes InvitationOver event) {
    Invitation invitation = event.invitation();
    tell(invitation.person(), new ServerMessage.InvitationGone(invitation.room().value()));
  }

  /** The invitation that waits for the person, unless its room is gone. */
  Optional<InvitationView> invitation(PersonId person) {
    return calls.invitation(person).flatMap(this::view);
  }

  private Optional<InvitationView> view(Invitation invitation) {
    Optional<RoomSummary> room = rooms.room(invitation.room());
    return room.map(found -> new InvitationView(RoomView.of(found), PartyView.of(invitation.by())));
  }

  private void tell(PersonId person, ServerMessage message) {
    connections.of(person).forEach(connection -> connection.send(message));
  }
}
