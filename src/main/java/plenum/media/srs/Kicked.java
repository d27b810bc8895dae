package plenum.media.srs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who was kicked lately. Thread-safe. */
final class Kicked {

  private static final Duration LATELY = Duration.ofSeconds(10);

  private final Map<String, Instant> lately = new HashMap<>();

  /**
   * @return false when the client was kicked lately
   */
  synchronized boolean add(String clientId, Instant now) {
    lately.values().removeIf(then -> then.plus(LATELY).isBefore(now));
    return lately.putIfAbsent(clientId, now) == null;
  }
}
