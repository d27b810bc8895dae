package plenum.engine;

/**
 * How many streams one receiver may have at once, and how.
 *
 * @param pictures of as many
 * @param sounds of as many
 * @param halfFrom from so many pictures on the small ones of nobody in particular come with half of
 *     their frames, where their publishers make temporal layers; 0 for never
 */
public record Slots(int pictures, int sounds, int halfFrom) {

  /** All pictures with all their frames. */
  public Slots(int pictures, int sounds) {
    this(pictures, sounds, 0);
  }

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public Slots {
    if (pictures < 0 || sounds < 0 || halfFrom < 0) {
      throw new IllegalArgumentException("There are no fewer slots than none");
    }
  }
}
