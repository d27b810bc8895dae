package plenum.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
   * How long a room has until it ends; nothing or less when it is over.
   *
   * @param empty how long nobody has been inside; empty while somebody is
   */
  Optional<Duration> left(Instant now, Optional<Duration> empty) {
    Optional<Duration> patience = empty.flatMap(passed -> idle.map(all -> all.minus(passed)));
    Optional<Duration> time = ends.map(end -> Duration.between(now, end));
    return Stream.of(patience, time).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}
