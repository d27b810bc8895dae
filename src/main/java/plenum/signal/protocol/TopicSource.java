package plenum.signal.protocol;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.identity.Actor;
import plenum.text.Refused;

/**
 * Where a topic gets the present state from.
 *
 * @param <V> what the topic lists
 */
public interface TopicSource<V extends Entry> {

  /** The topic's name: its snapshots are of this type, its changes of {@code NAME-changed}. */
  String name();

  /** Everything that is listed now, by key, in order. */
  Map<String, V> all();

  /** What is listed under one key now. */
  Optional<V> now(String key);

  /**
   * Whether the topic remembers what it told, to tell only what has changed since. It need not
   * where each change has the whole entry, and there are ever more of them: then {@link #all} has
   * none.
   */
  default boolean isRemembered() {
    return true;
  }

  /**
   * Asked before somebody who follows the topic is told of it.
   *
   * @throws Refused where that one may not be told any more
   */
  default void admit(Supplier<Actor> follower) {}

  /** A snapshot's body. */
  Record snapshot(long seq, Collection<V> views);
}
