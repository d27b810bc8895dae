package plenum.settings;

/**
 * Whether pages receive all streams of a meeting over one connection, {@code
 * plenum.media.receive-*}; only the embedded engine can do that.
 *
 * @param together whether they do
 * @param pictures how many such a connection may carry at once
 * @param sounds how many of them; where more people have microphones on, the loudest are heard
 * @param halfFrom from so many pictures on small ones come with half of their frames; 0: never
 */
public record ReceivingSettings(boolean together, int pictures, int sounds, int halfFrom) {

  private static final int MOST_PICTURES = 25;
  private static final int MOST_SOUNDS = 7;

  static ReceivingSettings from(SettingsSource source) {
    return new ReceivingSettings(
        source.flag("plenum.media.receive-together"),
        source.number("plenum.media.receive-pictures", 1, MOST_PICTURES),
        source.number("plenum.media.receive-sounds", 1, MOST_SOUNDS),
        source.number("plenum.media.receive-half-from", 0, MOST_PICTURES));
  }

  /** Whether pages do, on a site with these settings. */
  public boolean offered(MediaSettings media) {
    return together && !media.srs().inUse();
  }
}
