package plenum.typing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How much each may still type: so many characters a second, what was not used of some seconds
 * being left. More than there is can be taken once there is as much as there can be, so that a long
 * edit goes through after a pause. Guarded by its owner's lock.
 *
 * @param <K> who types
 */
final class Allowance<K> {

  private static final int SECONDS_LEFT = 20;
  private static final double NANOS = 1e9;
  private static final int CAPACITY = 10_000;

  private static final class Left {
    private double characters;
    private long at;
  }

  private final IntSupplier rate;
  private final LongSupplier nanoTime;
  private final Map<K, Left> left = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param rate characters a second
   */
  Allowance(IntSupplier rate, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
  }

  /** Whether so many characters may be typed now; then they are counted. */
  boolean take(K who, int characters) {
    double most = (double) rate.getAsInt() * SECONDS_LEFT;
    Left own = left.computeIfAbsent(who, first -> full(most));
    if (left.size() > CAPACITY) {
      left.remove(left.keySet().iterator().next());
    }
    long now = nanoTime.getAsLong();
    own.characters = Math.min(most, own.characters + (now - own.at) / NANOS * rate.getAsInt());
    own.at = now;
    if (own.characters < Math.min(characters, most)) {
      return false;
    }
    own.characters -= characters;
    return true;
  }

  private Left full(double most) {
    Left full = new Left();
    full.characters = most;
    full.at = nanoTime.getAsLong();
    return full;
  }
}
