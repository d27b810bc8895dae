package plenum.signal.room;

import java.util.List;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.Relays;
import plenum.media.ticket.Ticket;
import plenum.room.ObservationEnd;
import plenum.room.Observations;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.ObservingMessage.EndObservation;
import plenum.signal.room.ObservingMessage.ObserveStream;

/** Does what administrators' pages ask for that show a room's stream. */
final class ObservingPart implements Part {

  private final Observations observations;
  private final Streams streams;
  private final Relays relays;

  ObservingPart(Observations observations, Streams streams, Relays relays) {
    this.observations = observations;
    this.streams = streams;
    this.relays = relays;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(ObserveStream.class, this::begin), Act.of(EndObservation.class, this::end));
  }

  private void begin(Connection connection, ObserveStream message) {
    StreamId stream =
        observations.begin(connection::actor, Ids.room(message.room()), message.stream());
    Ticket ticket = streams.playTicket(connection.actor(), stream);
    connection.send(
        RoomAnswer.Ticket.of(
            message.request(), "play", stream, ticket, relays.of(connection.actor().person())));
  }

  private void end(Connection connection, EndObservation message) {
    observations.end(connection.session(), ObservationEnd.CLOSED);
    connection.send(new ServerMessage.Done(message.request()));
  }

  @Override
  public void pageChanges(Connection connection) {
    observations.end(connection.session(), ObservationEnd.PAGE_CLOSED);
  }
}
