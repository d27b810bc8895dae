package plenum.room;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLinkEnded;
import plenum.room.RoomEvent.RoomDeleted;

/** Guest links end with their rooms, and seats with the guest links by which they were taken. */
@ApplicationScoped
class RoomGuests {

  private Rooms rooms;
  private AccountOffice office;

  /** For the container's proxy only. */
  protected RoomGuests() {}

  @Inject
  RoomGuests(Rooms rooms, AccountOffice office) {
    this.rooms = rooms;
    this.office = office;
  }

  /** After what came by the link alone was disconnected, so that nobody comes back meanwhile. */
  void ended(@Observes @Priority(1000) GuestLinkEnded event) {
    rooms.invitationEnded(new RoomId(event.room()), event.link());
  }

  void deleted(@Observes RoomDeleted event) {
    office.guests().roomGone(event.room().value());
  }
}
