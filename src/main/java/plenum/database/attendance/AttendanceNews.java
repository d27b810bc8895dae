package plenum.database.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import plenum.room.Member;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/** Tells the book who comes and goes; calls have records of their own. */
@ApplicationScoped
public class AttendanceNews {

  @Inject AttendanceBook book;
  @Inject Rooms rooms;

  void write(@Observes MemberJoined joined) {
    rooms
        .room(joined.room())
        .flatMap(RoomSummary::name)
        .ifPresent(
            name ->
                rooms
                    .member(joined.room(), joined.person())
                    .ifPresent(member -> write(joined.room(), name, member)));
  }

  /** A call became a room. */
  void write(@Observes RoomUpdated updated) {
    rooms.room(updated.room()).ifPresent(this::write);
  }

  private void write(RoomSummary room) {
    room.name()
        .ifPresent(
            name -> rooms.members(room.id()).forEach(member -> write(room.id(), name, member)));
  }

  private void write(RoomId room, RoomName name, Member member) {
    book.joined(room, name.value(), member.id(), member.name().value(), Instant.now());
  }

  void write(@Observes MemberLeft left) {
    book.left(left.room(), left.person(), Instant.now());
  }

  void write(@Observes RoomDeleted deleted) {
    book.allLeft(List.of(deleted.room()), Instant.now());
  }
}
