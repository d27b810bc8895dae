package plenum.media.doors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.settings.MediaSettings;

/** Which other sites' pages may read a door's answers: none, unless {@code plenum.media.cors}. */
public final class Cors {

  private final List<String> origins;

  Cors(MediaSettings settings) {
    origins = settings.doors().cors();
  }

  /** The headers for an answer to a request from this origin. */
  Map<String, String> headers(Optional<String> origin, boolean preflight) {
    if (origin.isEmpty() || !(origins.contains(origin.get()) || origins.contains("*"))) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Allow-Origin", origin.get());
    headers.put(
        "Access-Control-Expose-Headers",
        "Location, ETag, Accept-Patch, Retry-After, WWW-Authenticate");
    headers.put("Vary", "Origin");
    if (preflight) {
      headers.put("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS");
      headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match");
      headers.put("Access-Control-Max-Age", "600");
    }
    return headers;
  }
}
