package plenum.media.srs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import plenum.time.Stopwatch;

/** Who was kicked lately. Thread-safe. */
final class Kicked {

  private static final Duration LATELY = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private final Map<String, Stopwatch> lately = new HashMap<>();

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Kicked(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * @return false when the client was kicked lately
   */
  synchronized boolean add(String clientId) {
    lately.values().removeIf(since -> since.passed().compareTo(LATELY) > 0);
    return lately.putIfAbsent(clientId, Stopwatch.start(nanoTime)) == null;
  }
}
