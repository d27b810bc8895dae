package plenum.room;

import java.util.Map;
import java.util.Set;
import plenum.media.Place;
import plenum.media.StreamId;

/**
 * What a person may receive who has a seat.
 *
 * @param place where that is
 * @param streams those that were asked for and are there, by their names
 * @param screens the names of those among them that are shared screens
 * @param pictures how many pictures of others are on air there; one in two sizes is one
 */
public record Receivable(
    Place place, Map<String, StreamId> streams, Set<String> screens, int pictures) {
  public Receivable {
    streams = Map.copyOf(streams);
    screens = Set.copyOf(screens);
  }
}
