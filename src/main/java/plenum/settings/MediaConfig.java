package plenum.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import plenum.settings.MediaSettings.DoorSettings;
import plenum.settings.MediaSettings.TicketSettings;
import plenum.settings.MediaSettings.TransportSettings;

/** Reads {@link MediaSettings} from MicroProfile Config. */
@ApplicationScoped
public class MediaConfig {

  private static final String PREFIX = "plenum.media.";

  /** The settings of media as they are now. */
  @Produces
  public MediaSettings mediaSettings() {
    Config config = ConfigProvider.getConfig();
    return read(name -> config.getOptionalValue(name, String.class));
  }

  /**
   * @param source the text of a setting by its full name
   * @throws IllegalArgumentException with a sentence that names the setting, when one is wrong
   */
  public static MediaSettings read(Function<String, Optional<String>> source) {
    Reader in = new Reader(source);
    return new MediaSettings(
        in.flag("start", true),
        in.flag("open", false),
        (int) in.number("max-streams", 5000, 1, 1_000_000),
        transport(in),
        new TicketSettings(
            in.duration("ticket-lifetime", Duration.ofSeconds(30)),
            in.text("ticket-key"),
            in.text("ticket-key-previous")),
        new DoorSettings(
            in.list("cors"),
            in.list("trusted-proxies"),
            in.text("api.username"),
            in.text("api.password")));
  }

  private static TransportSettings transport(Reader in) {
    return new TransportSettings(
        (int) in.number("port", 8000, 0, 65535),
        in.list("candidates"),
        (int) in.number("max-sessions", 1000, 1, 1_000_000),
        (int) in.number("max-sessions-per-address", 200, 1, 1_000_000),
        (int) in.number("max-handshakes", 100, 1, 1_000_000),
        in.number("max-publisher-bitrate", 8_000_000, 10_000, 1_000_000_000),
        in.duration("connect-timeout", Duration.ofSeconds(15)),
        in.duration("silence-timeout", Duration.ofSeconds(15)));
  }

  private record Reader(Function<String, Optional<String>> source) {

    Optional<String> text(String name) {
      return source.apply(PREFIX + name).map(String::trim).filter(text -> !text.isEmpty());
    }

    List<String> list(String name) {
      return text(name).stream()
          .flatMap(text -> Arrays.stream(text.split(",")))
          .map(String::trim)
          .filter(text -> !text.isEmpty())
          .toList();
    }

    boolean flag(String name, boolean otherwise) {
      return switch (text(name).orElse(Boolean.toString(otherwise))) {
        case "true" -> true;
        case "false" -> false;
        default -> throw wrong(name, "true or false");
      };
    }

    long number(String name, long otherwise, long least, long most) {
      try {
        long value = text(name).map(Long::parseLong).orElse(otherwise);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException notANumber) {
        // answered below, as a number out of range is
      }
      throw wrong(name, "a number from " + least + " to " + most);
    }

    Duration duration(String name, Duration otherwise) {
      return text(name)
          .map(text -> Durations.parse(text).orElseThrow(() -> wrong(name, Durations.EXPECTED)))
          .orElse(otherwise);
    }

    private static IllegalArgumentException wrong(String name, String expected) {
      return new IllegalArgumentException("The setting " + PREFIX + name + " must be " + expected);
    }
  }
}
