package plenum.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a receiver is to get. Streams need not be on air: media comes when their publishers do.
 *
 * @param pictures which slot for pictures gets which, by the slot's mid in the receiver's offer;
 *     others get none
 * @param sounds of which streams it may hear the sound; the engine gives them slots, and when there
 *     are more than slots, gives those to the loudest
 */
public record Reception(Map<String, Picture> pictures, Set<StreamName> sounds) {

  /** Nothing. */
  public static final Reception NOTHING = new Reception(Map.of(), Set.of());

  /**
   * A picture in a slot.
   *
   * @param stream whose it is
   * @param height in pixels, of what is shown; 0: it is not shown, and none is sent
   * @param priority where not all can be carried: the highest is the last to go without
   */
  public record Picture(StreamName stream, int height, int priority) {
    public Picture {
      Objects.requireNonNull(stream, "a picture is of a stream");
    }
  }

  /** The same without one stream. */
  public Reception without(StreamName stream) {
    Map<String, Picture> others = new LinkedHashMap<>(pictures);
    others.values().removeIf(picture -> picture.stream().equals(stream));
    Set<StreamName> heard = new LinkedHashSet<>(sounds);
    heard.remove(stream);
    return new Reception(others, heard);
  }

  public Reception {
    pictures = Map.copyOf(pictures);
    sounds = Collections.unmodifiableSet(new LinkedHashSet<>(sounds));
  }
}
