package plenum.engine.estimate;

/**
 * What a picture gets.
 *
 * @param height of the encoding; 0 for nothing
 * @param temporal how many of the encoding's temporal layers, from the one with the fewest frames
 * @param bitrate that this costs
 */
public record Share(int height, int temporal, long bitrate) {

  /** It can't be carried, or is not wanted. */
  public static final Share NOTHING = new Share(0, 0, 0);

  /** Whether there is a picture at all. */
  public boolean carried() {
    return height > 0;
  }
}
