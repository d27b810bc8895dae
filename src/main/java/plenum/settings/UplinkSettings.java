package plenum.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bits a second the embedded engine may send, {@code plenum.media.uplink}, {@code
 * plenum.media.room-uplink} and {@code plenum.media.links}; explained in {@code
 * docs/operations/settings.md}.
 *
 * @param site in all; empty for no limit
 * @param room to everybody in one room or call
 * @param lines to all addresses of some networks
 */
public record UplinkSettings(OptionalLong site, OptionalLong room, List<Line> lines) {

  /** What the names of these settings begin with, or are. */
  public static final List<String> NAMES =
      List.of("plenum.media.uplink", "plenum.media.room-uplink", "plenum.media.links");

  /**
   * The line to a network, such as a branch office.
   *
   * @param bitrate bits a second
   */
  public record Line(Network network, long bitrate) {}

  private static final long LEAST = 50_000;
  private static final long MOST = 1_000_000_000_000L;
  private static final Pattern BITRATE = Pattern.compile("(\\d{1,13})([kMG]?)");

  public UplinkSettings {
    lines = List.copyOf(lines);
  }

  static UplinkSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new UplinkSettings(
        bitrate(source, NAMES.get(0)), bitrate(source, NAMES.get(1)), lines(source, NAMES.get(2)));
  }

  private static OptionalLong bitrate(SettingsSource source, String name) {
    return source.text(name).stream().mapToLong(text -> bitrate(name, text, text)).findFirst();
  }

  private static long bitrate(String name, String whole, String text) {
    Matcher form = BITRATE.matcher(text);
    if (form.matches()) {
      long times =
          switch (form.group(2)) {
            case "k" -> 1_000;
            case "M" -> 1_000_000;
            case "G" -> 1_000_000_000;
            default -> 1;
          };
      long number = Long.parseLong(form.group(1));
      if (number <= MOST / times && number * times >= LEAST) {
        return number * times;
      }
    }
    throw new InvalidSetting(name, whole, "bits a second from 50k to 1000G, such as 3M");
  }

  private static List<Line> lines(SettingsSource source, String name) {
    List<Line> lines = new ArrayList<>();
    for (String text : source.list(name)) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new InvalidSetting(
            name, text, "networks with what their lines carry, such as 10.2.0.0/16=4M");
      }
      long bitrate = bitrate(name, text, text.substring(equals + 1).strip());
      Network.of(name, text.substring(0, equals).strip())
          .forEach(network -> lines.add(new Line(network, bitrate)));
    }
    return lines;
  }
}
