package plenum.engine.estimate;

/**
 * Between which bounds a link is estimated, in bits a second.
 *
 * @param start taken to be carried until feedback says more
 * @param min not given up, whatever feedback says: sound alone
 * @param max never exceeded, and never probed for
 */
public record EstimateSettings(long start, long min, long max) {

  public EstimateSettings {
    if (min <= 0 || start < min || max < start) {
      throw new IllegalArgumentException("not 0 < min <= start <= max: " + min + ", " + start);
    }
  }

  /** For an intranet, where most links carry all that is wanted. */
  public static EstimateSettings defaults() {
    return new EstimateSettings(1_500_000, 60_000, 20_000_000);
  }

  long bounded(double bitrate) {
    return Math.max(min, Math.min(max, (long) bitrate));
  }
}
