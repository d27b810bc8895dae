package plenum.media;

import java.util.Map;

/**
 * CDI event: which pictures somebody is not sent as wanted who receives many streams over one
 * connection; told when that is otherwise than before.
 *
 * @param receiver the name of that connection
 * @param pictures by stream; those that are not in it are sent as they are wanted
 */
public record PicturesShort(StreamId receiver, Map<StreamId, Shortage> pictures) {
  public PicturesShort {
    pictures = Map.copyOf(pictures);
  }
}
