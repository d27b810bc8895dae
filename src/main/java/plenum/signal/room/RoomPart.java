package plenum.signal.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.Relay;
import plenum.media.ticket.Relays;
import plenum.media.ticket.Ticket;
import plenum.room.Decoding;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.room.Rooms.Arrival;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topic;
import plenum.signal.room.RoomMessage.CannotDecode;
import plenum.signal.room.RoomMessage.JoinRoom;
import plenum.signal.room.RoomMessage.LeaveRoom;
import plenum.signal.room.RoomMessage.RequestPlay;
import plenum.signal.room.RoomMessage.RequestPublish;
import plenum.signal.room.RoomMessage.Speaking;
import plenum.signal.room.RoomMessage.UpdateDevices;

/** Does what clients ask for about their seats, and about publishing and playing there. */
final class RoomPart implements Part {

  private final RoomTopics topics;
  private final Rooms rooms;
  private final Moderation moderation;
  private final Streams streams;
  private final Relays relays;
  private final Consumer<String> undecodable;

  /**
   * @param undecodable counts a picture in this codec that a page could not show
   */
  RoomPart(
      RoomTopics topics,
      Rooms rooms,
      Moderation moderation,
      Streams streams,
      Relays relays,
      Consumer<String> undecodable) {
    this.topics = topics;
    this.rooms = rooms;
    this.moderation = moderation;
    this.streams = streams;
    this.relays = relays;
    this.undecodable = undecodable;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(JoinRoom.class, this::join).slowly(message -> message.password().isPresent()),
        Act.of(LeaveRoom.class, this::leave),
        Act.of(UpdateDevices.class, this::update),
        Act.of(Speaking.class, this::speaking),
        Act.of(CannotDecode.class, this::cannotDecode),
        Act.of(RequestPublish.class, this::publish),
        Act.of(RequestPlay.class, this::play));
  }

  @Override
  public Map<String, BiConsumer<Connection, OptionalLong>> topics() {
    return Map.of(RoomSource.NAME, this::resync);
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(new SeatGreeting(rooms.seatOf(connection.person()).map(RoomId::value)));
  }

  /** The old page's seat ends with it. */
  @Override
  public void pageChanges(Connection connection) {
    try {
      rooms.leave(connection.actor());
    } catch (RoomRefused seatless) {
      // Most pages that are left so have none.
    }
  }

  private void join(Connection connection, JoinRoom message) {
    RoomId id = Ids.room(message.room());
    Decoding decoding = Decoding.of(message.decodes());
    Arrival arrival =
        rooms.join(connection.actor(), id, message.devices(), decoding, message.password());
    if (connection.isOver()) { // While the password was looked at.
      rooms.disconnected(connection.session(), true, connection.login());
      return;
    }
    if (arrival == Arrival.WAITING) {
      await(connection, id, message.request());
      return;
    }
    Topic<RoomEntry> topic = topics.enter(connection, id);
    // Who asks is in the answer, even if another thread has yet to tell that somebody came.
    topic.touch(RoomSource.key(connection.person()));
    topic.touch(RoomSource.CODECS);
    topics.snapshot(connection, topic, message.request());
  }

  private void await(Connection connection, RoomId id, OptionalLong request) {
    boolean moderated = moderation.isModerated(id);
    RoomSummary room = rooms.room(id).orElseThrow(RoomTopics::gone);
    connection.send(DoorAnswer.Waiting.of(request, room, moderated));
  }

  private void cannotDecode(Connection connection, CannotDecode message) {
    rooms.cannotDecode(connection.actor(), message.codec());
    undecodable.accept(message.codec());
    connection.done(message.request());
  }

  private void leave(Connection connection, LeaveRoom message) {
    RoomId left = rooms.leave(connection.actor());
    topics.leave(connection);
    connection.send(new RoomAnswer.RoomLeft(message.request(), left.value()));
  }

  private void update(Connection connection, UpdateDevices message) {
    rooms.updateDevices(connection.actor(), message.devices());
    connection.done(message.request());
  }

  private void speaking(Connection connection, Speaking message) {
    rooms.speaks(connection.actor(), message.speaking());
    connection.done(message.request());
  }

  private void publish(Connection connection, RequestPublish message) {
    StreamId stream = rooms.publish(connection.actor(), message.source());
    Ticket ticket = streams.publishTicket(connection.actor(), stream);
    connection.send(
        RoomAnswer.Ticket.of(message.request(), "publish", stream, ticket, relay(connection)));
  }

  private void play(Connection connection, RequestPlay message) {
    StreamId stream = rooms.play(connection.actor(), message.stream());
    Ticket ticket = streams.playTicket(connection.actor(), stream);
    connection.send(
        RoomAnswer.Ticket.of(message.request(), "play", stream, ticket, relay(connection)));
  }

  private Optional<Relay> relay(Connection connection) {
    return relays.of(connection.actor().person());
  }

  private void resync(Connection connection, OptionalLong request) {
    Topic<?> topic =
        connection
            .followed(RoomSource.NAME)
            .orElseThrow(() -> new RoomRefused(Reason.NOT_IN_A_ROOM, "not-in-a-room"));
    topics.snapshot(connection, topic, request);
  }
}
