package plenum.engine;

/**
 * Between which bounds is estimated what a player's link carries, in bits a second.
 *
 * @param start taken to be carried until the player tells more
 * @param min not given up, whatever it tells
 * @param max never exceeded, nor probed for
 */
public record BandwidthSettings(long start, long min, long max) {

  public BandwidthSettings {
    if (min <= 0 || start < min || max < start) {
      throw new IllegalArgumentException(
          "Bandwidth must be 0 < min <= start <= max, not %d, %d, %d".formatted(min, start, max));
    }
  }

  /** For an intranet, where most links carry all that is wanted. */
  public static BandwidthSettings defaults() {
    return new BandwidthSettings(1_500_000, 60_000, 20_000_000);
  }
}
