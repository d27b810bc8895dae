package plenum.engine.estimate;

import java.util.List;

/**
 * One encoding of a picture.
 *
 * @param height in pixels
 * @param bitrates bits a second with the fewest frames, with more of them, at last with all: one
 *     for each temporal layer. Measured over some seconds, so that a key frame is no reason for
 *     anything; expected, if it does not come at the moment
 */
public record Encoding(int height, List<Long> bitrates) {

  public Encoding {
    bitrates = List.copyOf(bitrates);
    if (bitrates.isEmpty()) {
      throw new IllegalArgumentException("an encoding without a bitrate");
    }
  }

  /** The same without the frames above that temporal layer, 0 being the lowest. */
  public Encoding upTo(int highest) {
    return new Encoding(height, bitrates.subList(0, Math.min(bitrates.size(), highest + 1)));
  }
}
