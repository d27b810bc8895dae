package plenum.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A query string's parameters. As SRS and RFC 3986 have it, and other than in forms, {@code +} is a
 * plus: ICE user names contain it. Of a repeated parameter the first counts, everywhere.
 */
public record Query(Map<String, String> parameters) {

  public Query {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a raw query string, without its question mark. */
  public static Query parse(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Query(parameters);
  }

  /** A parameter that is there and not empty. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException strayPercent) {
      return text;
    }
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    return "Query" + parameters.keySet();
  }
}
