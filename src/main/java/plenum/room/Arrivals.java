package plenum.room;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import plenum.media.StreamId;
import plenum.time.Timers;

/** What one seat's page plays, and what of that arrives badly; guarded by the registry's lock. */
final class Arrivals {

  /** From so many names on those are looked for that are no stream any more. */
  private static final int MANY = 64;

  private static final Timers.Timer NONE = () -> {};

  private final Set<String> played = new HashSet<>();
  private Set<String> bad = Set.of();
  private Timers.Timer expiry = NONE;

  /**
   * The page has the right to play this from now on.
   *
   * @param exists whether a stream of this name is there still
   */
  void play(StreamId stream, Predicate<String> exists) {
    if (played.size() >= MANY) {
      played.removeIf(exists.negate());
    }
    played.add(stream.name());
  }

  boolean plays(String stream) {
    return played.contains(stream);
  }

  boolean isBad(String stream) {
    return bad.contains(stream);
  }

  /**
   * These arrive badly now, and no others, until the timer says otherwise.
   *
   * @return which arrived badly before
   */
  Set<String> bad(Collection<String> now, Timers.Timer until) {
    expiry.cancel();
    expiry = until;
    Set<String> before = bad;
    bad = Set.copyOf(now);
    return before;
  }

  /** The page is gone. */
  void clear() {
    bad(Set.of(), NONE);
    played.clear();
  }
}
