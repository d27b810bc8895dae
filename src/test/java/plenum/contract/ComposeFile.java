package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code deploy/compose.yaml} as Compose understands it with some variables.
 *
 * @param services by name
 * @param volumes those with a name
 */
record ComposeFile(Map<String, Service> services, List<String> volumes) {

  static final Path FILE = Path.of("deploy", "compose.yaml");

  /** {@code ${NAME:-default}}. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?\\}");

  /**
   * One container.
   *
   * @param profiles empty: it is always started
   * @param environment without that of files
   * @param mounts by the path inside
   */
  record Service(
      String name,
      List<String> profiles,
      String image,
      List<String> command,
      Map<String, String> environment,
      Map<String, Mount> mounts,
      List<String> tmpfs,
      Map<String, Object> all) {}

  /** A volume by its name, or a file of the host relative to the compose file. */
  record Mount(String source, boolean readOnly) {

    boolean isFile() {
      return source.startsWith(".") || source.startsWith("/");
    }

    Path file() {
      return FILE.resolveSibling(source).normalize();
    }
  }

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The names of all variables that it asks for. */
  static List<String> variables() {
    return VARIABLE.matcher(text()).results().map(found -> found.group(1)).distinct().toList();
  }

  static ComposeFile read(Map<String, String> variables) {
    Map<String, Object> root = map(resolved(new Yaml().load(text()), variables));
    Map<String, Service> services = new LinkedHashMap<>();
    map(root.get("services")).forEach((name, body) -> services.put(name, service(name, map(body))));
    return new ComposeFile(services, List.copyOf(map(root.get("volumes")).keySet()));
  }

  /** Variables stand in values, which are what they are before. */
  private static Object resolved(Object value, Map<String, String> variables) {
    if (value instanceof Map<?, ?> body) {
      Map<String, Object> all = new LinkedHashMap<>();
      body.forEach((key, child) -> all.put(text(key), resolved(child, variables)));
      return all;
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> resolved(item, variables)).toList();
    }
    return value instanceof String text ? interpolated(text, variables) : text(value);
  }

  private static String interpolated(String text, Map<String, String> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String given = variables.getOrDefault(found.group(1), "");
              String otherwise = found.group(2) == null ? "" : found.group(2);
              return Matcher.quoteReplacement(given.isEmpty() ? otherwise : given);
            });
  }

  private static Service service(String name, Map<String, Object> body) {
    Map<String, String> environment = new LinkedHashMap<>();
    map(body.get("environment")).forEach((key, value) -> environment.put(key, text(value)));
    Map<String, Mount> mounts = new LinkedHashMap<>();
    for (String volume : list(body.get("volumes"))) {
      String[] parts = volume.split(":");
      mounts.put(parts[1], new Mount(parts[0], parts.length > 2 && parts[2].equals("ro")));
    }
    return new Service(
        name,
        list(body.get("profiles")),
        text(body.get("image")),
        list(body.get("command")),
        environment,
        mounts,
        list(body.get("tmpfs")),
        body);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  private static List<String> list(Object value) {
    List<String> all = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> all.add(text(item)));
    }
    return all;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
