package plenum.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When a room ends by itself; without either, never.
 *
 * @param idle how long after nobody is inside any more
 * @param ends at what time, whoever is inside
 */
public record Lifetime(Optional<Duration> idle, Optional<Instant> ends) {

  public static final Lifetime UNLIMITED = new Lifetime(Optional.empty(), Optional.empty());

  public Lifetime {
    Objects.requireNonNull(idle, "no patience is not null");
    Objects.requireNonNull(ends, "no time is not null");
  }

  /**
   * When a room ends.
   *
   * @param empty since when nobody is inside; empty while somebody is
   */
  Optional<Instant> end(Optional<Instant> empty) {
    Optional<Instant> left = empty.flatMap(since -> idle.map(since::plus));
    return left.isPresent() && ends.filter(left.get()::isAfter).isEmpty() ? left : ends;
  }
}
