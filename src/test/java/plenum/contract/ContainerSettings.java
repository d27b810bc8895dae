package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be set in containers: by {@code deploy/.env.example}, and for Plenum at all. */
final class ContainerSettings {

  static final Path EXAMPLE = Path.of("deploy", ".env.example");

  private static final Path DEFAULTS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");
  private static final Pattern SETTING = Pattern.compile("(?m)^(?:# )?(plenum\\.[a-z.-]+)=");

  /** One that is not in force stands in a comment. */
  private static final Pattern LINE = Pattern.compile("(?m)^(#?)([A-Z][A-Z0-9_]*)=(.*)$");

  private ContainerSettings() {}

  /** The environment variables of all settings. */
  static Set<String> variables() {
    return SETTING
        .matcher(read(DEFAULTS))
        .results()
        .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
        .collect(Collectors.toSet());
  }

  /** The lines of the example that are in force. */
  static Map<String, String> example() {
    return lines(false);
  }

  /** All of them, as if nothing were commented out. */
  static Map<String, String> wholeExample() {
    return lines(true);
  }

  private static Map<String, String> lines(boolean comments) {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher line = LINE.matcher(read(EXAMPLE));
    while (line.find()) {
      if (comments || line.group(1).isEmpty()) {
        all.put(line.group(2), line.group(3));
      }
    }
    return all;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
