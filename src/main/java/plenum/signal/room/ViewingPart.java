package plenum.signal.room;

import java.util.List;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.ViewTicket;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.Rooms;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.RoomMessage.RequestView;
import plenum.signal.room.RoomMessage.WatchRoom;

/** Does what clients ask for that only watch a room, without a seat. */
final class ViewingPart implements Part {

  private final RoomTopics topics;
  private final Rooms rooms;
  private final Moderation moderation;
  private final Streams streams;

  ViewingPart(RoomTopics topics, Rooms rooms, Moderation moderation, Streams streams) {
    this.topics = topics;
    this.rooms = rooms;
    this.moderation = moderation;
    this.streams = streams;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(Act.of(WatchRoom.class, this::watch), Act.of(RequestView.class, this::view));
  }

  private void watch(Connection connection, WatchRoom message) {
    RoomId id = Ids.room(message.room());
    if (rooms.isSeated(connection.session())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.watch");
    }
    moderation.requireWatchable(connection.actor(), id);
    topics.snapshot(connection, topics.enter(connection, id), message.request());
  }

  private void view(Connection connection, RequestView message) {
    RoomId id = Ids.room(message.room());
    if (rooms.seatOf(connection.person()).filter(id::equals).isEmpty()) {
      moderation.requireWatchable(connection.actor(), id);
    }
    StreamId stream = rooms.view(connection.actor(), id, message.stream());
    ViewTicket ticket = streams.viewTicket(connection.actor(), stream);
    connection.send(RoomAnswer.Ticket.toView(message.request(), stream, ticket));
  }
}
