package plenum.engine;

/**
 * How many streams one receiver may have at once.
 *
 * @param pictures of as many
 * @param sounds of as many
 */
public record Slots(int pictures, int sounds) {

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public Slots {
    if (pictures < 0 || sounds < 0) {
      throw new IllegalArgumentException("There are no fewer slots than none");
    }
  }
}
