package plenum.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and checks single settings. Every method throws {@link InvalidSetting} when the value is
 * missing or unusable. How a record reads its settings is their declaration: kind, limits, and when
 * another value counts are stated there, and nowhere else.
 *
 * @param lookup the text of a setting by its name, empty when it is not set
 * @param effect when another value of what is read counts
 * @param asked is told of each setting before it is read
 */
public record SettingsSource(
    Function<String, Optional<String>> lookup, Effect effect, Consumer<Asked> asked) {

  /** A setting that somebody reads. */
  public record Asked(String name, Kind kind, Effect effect) {}

  private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final String V4 = NUMBER + "(\\." + NUMBER + "){3}";
  private static final String V6 = "[0-9a-fA-F.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[\\w.-]+)?";
  private static final Pattern ADDRESS = Pattern.compile(V4 + "|" + V6);

  /** What has digits and dots alone is an address, or a slip of one. */
  private static final Pattern HOST =
      Pattern.compile(V4 + "|" + V6 + "|(?![0-9.]+$)[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._-]{0,252})");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

  public SettingsSource {
    Objects.requireNonNull(lookup, "settings come from somewhere");
    Objects.requireNonNull(effect, "another value counts at some time");
    Objects.requireNonNull(asked, "nobody who wants to know does nothing");
  }

  /** Of settings that count from the start to the end. */
  public SettingsSource(Function<String, Optional<String>> lookup) {
    this(lookup, Effect.RESTART, ignored -> {});
  }

  /** The same, for settings that may change while the site runs. */
  SettingsSource changing(Effect when) {
    return new SettingsSource(lookup, when, asked);
  }

  /** The same, and somebody is told what is read. */
  SettingsSource telling(Consumer<Asked> listener) {
    return new SettingsSource(lookup, effect, listener);
  }

  private Optional<String> value(String name, Kind kind) {
    asked.accept(new Asked(name, kind, effect));
    return lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private String required(String name, Kind kind) {
    return value(name, kind).orElseThrow(() -> new InvalidSetting(name, "", "given"));
  }

  /** Text that may be absent; blank counts as absent. */
  public Optional<String> text(String name) {
    return value(name, new Kind.Text());
  }

  /** The same, and nobody is shown it. */
  public Optional<String> secret(String name) {
    return value(name, new Kind.Secret());
  }

  /** Text that must be there. */
  public String requiredText(String name) {
    return required(name, new Kind.Text());
  }

  /**
   * What is in the file that a setting names, without white space around it, in UTF-8; empty when
   * the setting is.
   */
  public Optional<String> fileContent(String name) {
    return text(name).map(file -> content(name, file));
  }

  private static String content(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException unreadable) {
      throw new InvalidSetting(name, file, "the path of a file that can be read");
    }
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String name, int least, int most) {
    String value = required(name, new Kind.Number(least, most));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, like a number out of range.
    }
    throw new InvalidSetting(name, value, "a whole number from %d to %d".formatted(least, most));
  }

  /** A duration such as {@code 250ms}, {@code 20s}, {@code 5m} or {@code 1h}. */
  public Duration duration(String name, Duration least, Duration most) {
    String value = required(name, new Kind.Time(least, most));
    Matcher matcher = DURATION.matcher(value);
    if (matcher.matches()) {
      Duration duration = of(Long.parseLong(matcher.group(1)), matcher.group(2));
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    }
    throw new InvalidSetting(
        name, value, "a duration from %s to %s, such as 20s".formatted(text(least), text(most)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name) {
    String value = required(name, new Kind.Flag());
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSetting(name, value, "true or false");
    };
  }

  /** One of the constants, in lower case. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      constants.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return constants.get(oneOf(name, List.copyOf(constants.keySet())));
  }

  /** One of these texts. */
  public String oneOf(String name, List<String> choices) {
    String value = required(name, new Kind.Choice(choices));
    if (!choices.contains(value)) {
      throw new InvalidSetting(name, value, String.join(" or ", choices));
    }
    return value;
  }

  /** A list separated by commas; empty when it is not set. */
  public List<String> list(String name) {
    return value(name, new Kind.Texts()).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** A list of the names or addresses of machines; whether there are such is not asked. */
  public List<String> hosts(String name) {
    return checked(name, HOST, "a list of addresses such as 10.0.0.5, or of names of machines");
  }

  /** A list of addresses, without names and networks. */
  public List<String> addresses(String name) {
    return checked(name, ADDRESS, "a list of addresses such as 10.0.0.5, no names or networks");
  }

  private List<String> checked(String name, Pattern form, String expected) {
    List<String> items = list(name);
    for (String item : items) {
      if (!form.matcher(item).matches()) {
        throw new InvalidSetting(name, item, expected);
      }
    }
    return items;
  }

  /** A file that is there and can be read; empty when the setting is. */
  public Optional<Path> file(String name) {
    return text(name).map(text -> file(name, text));
  }

  private static Path file(String name, String text) {
    try {
      Path file = Path.of(text);
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException unusable) {
      // Told below.
    }
    throw new InvalidSetting(name, text, "a file that can be read");
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }
}
