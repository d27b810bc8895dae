package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.room.RoomEvent.CallClosed;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.SeatMoved;

/** Tells the book who leaves. */
@ApplicationScoped
public class QualityNews {

  @Inject InMemoryQualityBook book;

  void forget(@Observes MemberLeft left) {
    book.left(left.room(), left.person());
  }

  void forget(@Observes SeatMoved moved) {
    book.left(moved.session());
  }

  void forget(@Observes RoomDeleted deleted) {
    book.closed(deleted.room());
  }

  void forget(@Observes CallClosed closed) {
    book.closed(closed.room());
  }
}
