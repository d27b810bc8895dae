package plenum.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many of something each has, and that nobody has too many. Thread-safe.
 *
 * @param <K> who has it
 */
final class Counts<K> {

  private final int mostOfEach;
  private final Map<K, Integer> counts = new ConcurrentHashMap<>();

  Counts(int mostOfEach) {
    this.mostOfEach = mostOfEach;
  }

  /** One more; false when that one has too many, and this one is not counted. */
  boolean enter(K who) {
    boolean[] fits = {true};
    counts.merge(
        who,
        1,
        (count, one) -> {
          fits[0] = count < mostOfEach;
          return fits[0] ? count + one : count;
        });
    return fits[0];
  }

  void leave(K who) {
    counts.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
  }
}
