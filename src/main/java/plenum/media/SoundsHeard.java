package plenum.media;

import java.util.Map;

/**
 * CDI event: whose sound somebody gets who receives many streams over one connection.
 *
 * @param receiver the name of that connection
 * @param sounds by the names of their slots (mid)
 */
public record SoundsHeard(StreamId receiver, Map<String, StreamId> sounds) {
  public SoundsHeard {
    sounds = Map.copyOf(sounds);
  }
}
