package plenum.media;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What somebody who receives many streams over one connection is to get, all of it.
 *
 * @param pictures which slot for pictures gets which, by the name of its section in the offer (mid)
 * @param sounds of which streams the sound may be heard; those have slots by themselves
 */
public record Reception(Map<String, Picture> pictures, Set<StreamId> sounds) {

  /** Nothing. */
  public static final Reception NOTHING = new Reception(Map.of(), Set.of());

  /**
   * A picture in a slot.
   *
   * @param height in pixels, of what is shown; 0: it is not shown
   * @param priority the highest is the last to go without, where not all can be carried
   */
  public record Picture(StreamId stream, int height, int priority) {
    public Picture {
      Objects.requireNonNull(stream, "a picture is of a stream");
    }
  }

  public Reception {
    pictures = Map.copyOf(pictures);
    sounds = Collections.unmodifiableSet(new LinkedHashSet<>(sounds));
  }
}
