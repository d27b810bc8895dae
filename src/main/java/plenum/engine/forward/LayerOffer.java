package plenum.engine.forward;

import java.util.List;

/**
 * One encoding of a picture that a player may be sent.
 *
 * @param height in pixels, as key frames told it or as most publishers divide it
 * @param bitrates bits a second up to each temporal layer, as counted last; 0 while it has not come
 * @param packets a second, the same
 * @param flows whether it comes at the moment
 */
public record LayerOffer(int height, List<Long> bitrates, long packets, boolean flows) {

  public LayerOffer {
    bitrates = List.copyOf(bitrates);
  }

  /** Bits a second of all of it. */
  public long bitrate() {
    return bitrates.get(bitrates.size() - 1);
  }
}
