package plenum.signal.room;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import plenum.room.Rooms;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.ReceivingMessage.ShowPictures;
import plenum.signal.room.ReceivingMessage.ShownPicture;

/**
 * Takes what pages tell about which pictures they show, where the media node cannot know it: whose
 * camera is shown small somewhere is asked for a small stream.
 */
final class ShowingPart implements Part {

  private final Rooms rooms;
  private final int smallUpTo;

  /**
   * @param smallUpTo the most lines of what counts as small; 0: nothing does
   */
  ShowingPart(Rooms rooms, int smallUpTo) {
    this.rooms = rooms;
    this.smallUpTo = smallUpTo;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(Act.of(ShowPictures.class, this::show));
  }

  private void show(Connection connection, ShowPictures message) {
    if (message.pictures().size() > ReceivingPart.MOST_STREAMS) {
      throw BadMessage.of(message.request(), "bad-message.too-many-streams");
    }
    if (smallUpTo > 0) {
      rooms.showsSmall(
          connection.actor(),
          message.pictures().stream()
              .filter(this::isSmall)
              .map(ShownPicture::stream)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet()));
    }
    connection.done(message.request());
  }

  private boolean isSmall(ShownPicture picture) {
    long height = picture.height().orElse(Long.MAX_VALUE);
    return height > 0 && height <= smallUpTo;
  }
}
