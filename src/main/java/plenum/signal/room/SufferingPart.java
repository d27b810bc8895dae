package plenum.signal.room;

import java.util.List;
import plenum.room.Rooms;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.ReceivingMessage.ReportSuffering;

/**
 * Takes what pages tell of streams that arrive badly, where the media node does not look after that
 * itself: whose stream does so at most of those who play it is asked to send less.
 */
final class SufferingPart implements Part {

  private final Rooms rooms;
  private final boolean wanted;

  /**
   * @param wanted false: what pages tell is of no use here
   */
  SufferingPart(Rooms rooms, boolean wanted) {
    this.rooms = rooms;
    this.wanted = wanted;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(Act.of(ReportSuffering.class, this::report));
  }

  private void report(Connection connection, ReportSuffering message) {
    if (message.streams().size() > ReceivingPart.MOST_STREAMS) {
      throw BadMessage.of(message.request(), "bad-message.too-many-streams");
    }
    if (wanted) {
      rooms.suffers(connection.actor(), message.streams());
    }
    connection.done(message.request());
  }
}
