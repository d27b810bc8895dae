package plenum.settings;

/**
 * What the embedded engine does about players' links, {@code plenum.media.bandwidth.*}.
 *
 * @param estimated whether it finds out what a link carries, and sends no more
 * @param start bits per second taken to be carried at first
 * @param min bits per second that are not given up
 * @param max bits per second to one viewer at most
 */
public record BandwidthSettings(boolean estimated, long start, long min, long max) {

  private static final int LEAST = 10_000;
  private static final int MOST = 1_000_000_000;

  public BandwidthSettings {
    if (start < min) {
      throw new InvalidSetting("plenum.media.bandwidth.start", "" + start, "at least min: " + min);
    }
    if (max < start) {
      throw new InvalidSetting("plenum.media.bandwidth.max", "" + max, "at least start: " + start);
    }
  }

  static BandwidthSettings from(SettingsSource source) {
    return new BandwidthSettings(
        source.flag("plenum.media.bandwidth.estimate"),
        source.number("plenum.media.bandwidth.start", LEAST, MOST),
        source.number("plenum.media.bandwidth.min", LEAST, MOST),
        source.number("plenum.media.bandwidth.max", LEAST, MOST));
  }
}
