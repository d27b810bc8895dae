package plenum.signal.quality;

/**
 * What a page is told about measuring.
 *
 * @param quality how to do it
 */
public record QualityGreeting(Measuring quality) {

  /**
   * How to measure.
   *
   * @param seconds how often; 0: never
   */
  public record Measuring(long seconds) {}
}
