package plenum.signal.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.account.guest.GuestLinksChanged;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;

/** Tells those who may invite into a room that its guest links have changed. */
@ApplicationScoped
class GuestNews {

  private Connections connections;
  private Moderation moderation;

  /** For the container's proxy only. */
  protected GuestNews() {}

  @Inject
  GuestNews(Connections connections, Moderation moderation) {
    this.connections = connections;
    this.moderation = moderation;
  }

  void changed(@Observes GuestLinksChanged event) {
    RoomId room = new RoomId(event.room());
    connections.all().stream()
        .map(Caller::connection)
        .filter(connection -> moderation.mayInvite(connection.actor(), room))
        .forEach(one -> one.send(new GuestAnswer.GuestLinksChanged(event.room())));
  }
}
