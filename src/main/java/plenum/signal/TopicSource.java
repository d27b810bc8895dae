package plenum.signal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where a topic gets the present state from, and how it is told.
 *
 * @param <V> what the topic lists, with {@code equals} by content
 */
interface TopicSource<V> {

  /** Everything that is listed now, by key, in order. */
  Map<String, V> all();

  /** What is listed under one key now. */
  Optional<V> now(String key);

  Change appeared(V view);

  Change changed(V view);

  /**
   * @param view what was listed last
   * @param reason why it is gone, as given with the last {@link Topic#touch(String, String)}
   */
  Change gone(V view, String reason);

  /** A snapshot's body. */
  Record snapshot(long seq, Collection<V> views);

  ServerMessage changes(long seq, java.util.List<Change> changes);
}
