package plenum.signal.call;

import java.util.Optional;
import plenum.call.Calls;
import plenum.call.Invitation;
import plenum.identity.PersonId;
import plenum.room.Rooms;
import plenum.signal.call.CallViews.InvitationView;
import plenum.signal.call.CallViews.PartyView;
import plenum.signal.room.RoomView;

/** Invitations as messages show them, unless their room is gone. */
final class Invited {

  private final Calls calls;
  private final Rooms rooms;

  Invited(Calls calls, Rooms rooms) {
    this.calls = calls;
    this.rooms = rooms;
  }

  /** The invitation that waits for the person. */
  Optional<InvitationView> of(PersonId person) {
    return calls.invitation(person).flatMap(this::view);
  }

  Optional<InvitationView> view(Invitation invitation) {
    return rooms
        .room(invitation.room())
        .map(room -> new InvitationView(RoomView.of(room), PartyView.of(invitation.by())));
  }
}
