package plenum.settings;

import java.time.Duration;
import java.util.List;

/**
 * How much pages may send, {@code plenum.browser.*}: what a site's network can carry, whatever
 * people choose. Pages are told it as it is.
 *
 * @param camera the pictures of cameras
 * @param screen the pictures of shared screens
 * @param sound of microphones, and of shared screens
 */
public record SendingSettings(Camera camera, Screen screen, Sound sound) {

  private static final int LEAST_BITRATE = 30_000;
  private static final int MOST_BITRATE = 100_000_000;
  private static final int MOST_FRAMES = 60;
  private static final int MOST_LAYERS = 3;

  /** Pages know no others. */
  private static final List<Integer> RESOLUTIONS = List.of(180, 360, 720, 1080);

  /**
   * The pictures of cameras.
   *
   * @param resolution the most lines that a person can choose
   * @param bitrate the most, in bit/s; a resolution may have a lower one of its own
   * @param frameRate the most frames a second
   * @param layers in how many sizes at the same time, so that each viewer can be sent a fitting one
   */
  public record Camera(int resolution, int bitrate, int frameRate, int layers) {

    static Camera from(SettingsSource source) {
      String name = "plenum.browser.camera-resolution";
      int resolution = source.number(name, 1, 10_000);
      if (!RESOLUTIONS.contains(resolution)) {
        throw new InvalidSetting(
            name, Integer.toString(resolution), "one of 180, 360, 720 and 1080");
      }
      return new Camera(
          resolution,
          source.number("plenum.browser.camera-bitrate", LEAST_BITRATE, MOST_BITRATE),
          source.number("plenum.browser.camera-frame-rate", 1, MOST_FRAMES),
          source.number("plenum.browser.camera-layers", 1, MOST_LAYERS));
    }
  }

  /**
   * The pictures of shared screens.
   *
   * @param bitrate the most, in bit/s
   * @param frameRate the most frames a second
   * @param layers in how many sizes at the same time, for whom the whole one is too much
   */
  public record Screen(int bitrate, int frameRate, int layers) {

    private static final int LEAST = 100_000;

    static Screen from(SettingsSource source) {
      return new Screen(
          source.number("plenum.browser.screen-bitrate", LEAST, MOST_BITRATE),
          source.number("plenum.browser.screen-frame-rate", 1, MOST_FRAMES),
          source.number("plenum.browser.screen-layers", 1, MOST_LAYERS));
    }
  }

  /**
   * Sound.
   *
   * @param bitrate the most, in bit/s; 0: browsers decide
   * @param packetTime how much of it travels in one packet, in milliseconds
   * @param dtx whether silence is hardly sent (RFC 6716 section 2.1.9)
   */
  public record Sound(int bitrate, int packetTime, boolean dtx) {

    /** The limits of Opus (RFC 7587 section 6.1). */
    private static final int LEAST = 6_000;

    private static final int MOST = 510_000;

    /** The frames of Opus that all browsers make. */
    private static final List<Long> PACKETS = List.of(10L, 20L, 40L, 60L);

    static Sound from(SettingsSource source) {
      return new Sound(
          bitrate(source), packetTime(source), source.flag("plenum.browser.sound-dtx"));
    }

    private static int bitrate(SettingsSource source) {
      String name = "plenum.browser.sound-bitrate";
      int bitrate = source.number(name, 0, MOST);
      if (bitrate > 0 && bitrate < LEAST) {
        throw new InvalidSetting(
            name, Integer.toString(bitrate), "0, or from %d to %d".formatted(LEAST, MOST));
      }
      return bitrate;
    }

    private static int packetTime(SettingsSource source) {
      String name = "plenum.browser.sound-packet-time";
      Duration time = source.duration(name, Duration.ofMillis(1), Duration.ofSeconds(1));
      if (!PACKETS.contains(time.toMillis())) {
        throw new InvalidSetting(name, time.toMillis() + "ms", "10ms, 20ms, 40ms or 60ms");
      }
      return (int) time.toMillis();
    }
  }

  static SendingSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.NEXT_PAGE);
    return new SendingSettings(Camera.from(source), Screen.from(source), Sound.from(source));
  }
}
