package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plenum.media.Ingest;
import plenum.media.StreamId;
import plenum.media.ticket.Relay;
import plenum.media.ticket.ViewTicket;
import plenum.signal.protocol.ServerMessage;

/** What the server tells about a room beside its changes. */
public sealed interface RoomAnswer extends ServerMessage {

  /** The head of a room's snapshot; its body is the same for everybody: {@link RoomState}. */
  record Room(OptionalLong request, String you) implements RoomAnswer {}

  record RoomLeft(OptionalLong request, String room) implements RoomAnswer {}

  record RoomClosed(String room, Optional<String> name, String reason, Optional<String> by)
      implements RoomAnswer {}

  record SeatMoved(String room) implements RoomAnswer {}

  /** The own page has a stream of a room no longer, to which it had the right. */
  record ObservationEnded(String room, String reason) implements RoomAnswer {}

  /**
   * Of what the own page publishes in several encodings these alone are needed.
   *
   * @param layers the names of encodings
   */
  record LayersWanted(String room, String stream, List<String> layers) implements RoomAnswer {}

  /**
   * Of the bitrate that the own page usually sends a stream with, so much arrives.
   *
   * @param percent 100: all of it
   */
  record BitrateWanted(String room, String stream, int percent) implements RoomAnswer {}

  record StageTaken(OptionalLong request) implements RoomAnswer {}

  record StageLeft(OptionalLong request) implements RoomAnswer {}

  record DeviceRemoved(OptionalLong request, String device) implements RoomAnswer {}

  /**
   * The right to publish or play at {@code url}, or to view at {@code flv} and {@code hls}.
   *
   * @param relay the site's TURN servers, if it has some
   * @param pictures of a receiver: how many pictures there are for it now
   */
  record Ticket(
      OptionalLong request,
      String action,
      String stream,
      Optional<String> url,
      Optional<String> flv,
      Optional<String> hls,
      String expires,
      Optional<Relay> relay,
      OptionalInt pictures)
      implements RoomAnswer {

    static Ticket of(
        OptionalLong request,
        String action,
        StreamId stream,
        plenum.media.ticket.Ticket ticket,
        Optional<Relay> relay) {
      return new Ticket(
          request,
          action,
          stream.name(),
          Optional.of(ticket.url()),
          Optional.empty(),
          Optional.empty(),
          ticket.expires().toString(),
          relay,
          OptionalInt.empty());
    }

    /** To receive many streams, of which so many have pictures. */
    static Ticket toReceive(
        OptionalLong request,
        StreamId receiver,
        plenum.media.ticket.Ticket ticket,
        Optional<Relay> relay,
        int pictures) {
      return new Ticket(
          request,
          "receive",
          receiver.name(),
          Optional.of(ticket.url()),
          Optional.empty(),
          Optional.empty(),
          ticket.expires().toString(),
          relay,
          OptionalInt.of(pictures));
    }

    static Ticket toView(OptionalLong request, StreamId stream, ViewTicket ticket) {
      return new Ticket(
          request,
          "view",
          stream.name(),
          Optional.empty(),
          Optional.of(ticket.flv()),
          Optional.of(ticket.hls()),
          ticket.expires().toString(),
          Optional.empty(),
          OptionalInt.empty());
    }
  }

  /**
   * How a device gets in; secret, so that only who asked is told.
   *
   * @param expires when the keys do
   */
  record Device(OptionalLong request, NamedDevice device, List<Ingest> ingests, String expires)
      implements RoomAnswer {}

  /** Which device an address is of. */
  record NamedDevice(String id, String name) {}
}
