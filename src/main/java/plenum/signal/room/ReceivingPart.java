package plenum.signal.room;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.media.stream.Receivers;
import plenum.media.ticket.Relays;
import plenum.room.Receivable;
import plenum.room.Rooms;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.ReceivingMessage.AssignStreams;
import plenum.signal.room.ReceivingMessage.RequestReceive;
import plenum.signal.room.ReceivingMessage.WantedPicture;

/** Does what clients ask for about receiving many streams over one connection. */
final class ReceivingPart implements Part {

  /** More than a room has people and screens. */
  static final int MOST_STREAMS = 400;

  private static final int MOST_PIXELS = 16_384;
  private static final int HIGHEST = 100;

  /** Of what is no shared screen: those come before everybody's cameras, whoever watches them. */
  private static final int HIGHEST_OF_OTHERS = 2;

  private final Rooms rooms;
  private final Receivers receivers;
  private final Relays relays;
  private final int mostPictures;

  /**
   * @param mostPictures in one message
   */
  ReceivingPart(Rooms rooms, Receivers receivers, Relays relays, int mostPictures) {
    this.rooms = rooms;
    this.receivers = receivers;
    this.relays = relays;
    this.mostPictures = mostPictures;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(RequestReceive.class, this::request), Act.of(AssignStreams.class, this::assign));
  }

  private void request(Connection connection, RequestReceive message) {
    Receivable here = rooms.receive(connection.actor(), List.of());
    Receivers.Opened opened = receivers.open(connection.actor(), here.place());
    connection.send(
        RoomAnswer.Ticket.toReceive(
            message.request(),
            opened.receiver(),
            opened.ticket(),
            relays.of(connection.actor().person()),
            here.pictures()));
  }

  private void assign(Connection connection, AssignStreams message) {
    if (message.pictures().size() > mostPictures || message.sounds().size() > MOST_STREAMS) {
      throw BadMessage.of(message.request(), "bad-message.too-many-streams");
    }
    Set<String> names = new HashSet<>(message.sounds());
    message.pictures().forEach(picture -> names.add(picture.stream()));
    Receivable found = rooms.receive(connection.actor(), names);
    receivers.assign(
        connection.actor(),
        found.place(),
        message.receiver(),
        new Reception(pictures(message, found), sounds(message, found.streams())));
    connection.done(message.request());
  }

  static Map<String, Reception.Picture> pictures(AssignStreams message, Receivable found) {
    Map<String, Reception.Picture> pictures = new HashMap<>();
    for (WantedPicture wanted : message.pictures()) {
      StreamId stream = found.streams().get(wanted.stream());
      if (stream != null) {
        int height = within(wanted.height(), MOST_PIXELS, MOST_PIXELS);
        int most = found.screens().contains(wanted.stream()) ? HIGHEST : HIGHEST_OF_OTHERS;
        int priority = within(wanted.priority(), 0, most);
        pictures.put(wanted.slot(), new Reception.Picture(stream, height, priority));
      }
    }
    return pictures;
  }

  /** A number that is too small or too large is taken as the nearest that is not. */
  private static int within(OptionalLong number, int otherwise, int most) {
    return (int) Math.max(0, Math.min(most, number.orElse(otherwise)));
  }

  private static Set<StreamId> sounds(AssignStreams message, Map<String, StreamId> found) {
    return message.sounds().stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
