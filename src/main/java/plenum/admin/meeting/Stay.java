package plenum.admin.meeting;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody's time in a meeting.
 *
 * @param person the id
 * @param left now, while that one is inside still
 * @param inside whether that one is
 */
record Stay(String person, String name, Instant joined, Instant left, boolean inside) {

  Stay {
    Objects.requireNonNull(person, "somebody was there");
    Objects.requireNonNull(name, "whoever was there is called something");
    left = left.isBefore(joined) ? joined : left;
  }
}
