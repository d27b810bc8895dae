package plenum.gate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What waits, in the order in which it goes on: the oldest of each in turn, whoever has how many.
 * Not thread-safe.
 *
 * @param <K> whose it is
 * @param <T> what waits
 */
final class Rotation<K, T> {

  private final Map<K, Set<T>> lines = new LinkedHashMap<>();

  void add(K whose, T last) {
    lines.computeIfAbsent(whose, first -> new LinkedHashSet<>()).add(last);
  }

  /** It waits no more; does nothing when it does not. */
  void remove(K whose, T one) {
    lines.computeIfPresent(
        whose,
        (same, own) -> {
          own.remove(one);
          return own.isEmpty() ? null : own;
        });
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The oldest of the one whose turn it is, who then stands behind all others. */
  Optional<T> next() {
    Iterator<Map.Entry<K, Set<T>>> all = lines.entrySet().iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<K, Set<T>> line = all.next();
    K whose = line.getKey();
    Set<T> own = line.getValue();
    all.remove();
    T oldest = own.iterator().next();
    own.remove(oldest);
    if (!own.isEmpty()) {
      lines.put(whose, own);
    }
    return Optional.of(oldest);
  }
}
