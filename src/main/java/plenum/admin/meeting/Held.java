package plenum.admin.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A meeting that was held: from the first who came to the last who went. A room that was empty for
 * a quarter of an hour has had another one afterwards.
 *
 * @param stays in the order in which people came, at least one
 */
record Held(List<Stay> stays) {

  private static final Duration LONGEST_GAP = Duration.ofMinutes(15);

  Held {
    stays = List.copyOf(stays);
  }

  /** The one that was at this moment, or else the last before it, or else the first after it. */
  static Optional<Held> at(Instant moment, List<Stay> stays) {
    List<Held> all = all(stays);
    return all.stream()
        .filter(one -> !one.from().isAfter(moment))
        .reduce((one, later) -> later)
        .or(() -> all.stream().findFirst());
  }

  private static List<Held> all(List<Stay> stays) {
    List<Held> all = new ArrayList<>();
    List<Stay> one = new ArrayList<>();
    Instant end = Instant.MIN;
    for (Stay stay : stays.stream().sorted(Comparator.comparing(Stay::joined)).toList()) {
      if (!one.isEmpty() && stay.joined().isAfter(end.plus(LONGEST_GAP))) {
        all.add(new Held(one));
        one.clear();
      }
      end = one.isEmpty() || stay.left().isAfter(end) ? stay.left() : end;
      one.add(stay);
    }
    if (!one.isEmpty()) {
      all.add(new Held(one));
    }
    return all;
  }

  Instant from() {
    return stays.get(0).joined();
  }

  Instant until() {
    return stays.stream().map(Stay::left).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether somebody is inside. */
  boolean isRunning() {
    return stays.stream().anyMatch(Stay::inside);
  }
}
