package plenum.gate;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What waits, in the order in which it goes on: the oldest of each in turn, whoever has how many.
 * Not thread-safe.
 *
 * @param <K> whose it is
 * @param <T> what waits
 */
final class Rotation<K, T> {

  private final Map<K, Queue<T>> lines = new LinkedHashMap<>();

  void add(K whose, T last) {
    lines.computeIfAbsent(whose, first -> new ArrayDeque<>()).add(last);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The oldest of the one whose turn it is, who then stands behind all others. */
  Optional<T> next() {
    Iterator<Map.Entry<K, Queue<T>>> all = lines.entrySet().iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<K, Queue<T>> line = all.next();
    K whose = line.getKey();
    Queue<T> own = line.getValue();
    all.remove();
    T oldest = own.remove();
    if (!own.isEmpty()) {
      lines.put(whose, own);
    }
    return Optional.of(oldest);
  }
}
