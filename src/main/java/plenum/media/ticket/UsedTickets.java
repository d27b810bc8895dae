package plenum.media.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import plenum.media.MediaRefusal;

/**
 * The tickets that may not be used again. Each is forgotten when it has expired; when there are too
 * many at once, new ones are refused rather than old ones forgotten.
 */
final class UsedTickets {

  /** Publishers that may begin within one ticket's lifetime. */
  static final int CAPACITY = 20_000;

  private final Clock clock;
  private final int capacity;
  private final Map<Long, Use> used = new HashMap<>();

  /** By whom; a door does not know the client id yet. */
  private record Use(Instant expires, String clientId) {}

  UsedTickets(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  /**
   * @throws MediaRefusal {@code TICKET_USED}, or {@code TOO_MANY} when there is no room to remember
   */
  synchronized void add(long nonce, Instant expires) {
    if (used.containsKey(nonce)) {
      throw used();
    }
    put(nonce, new Use(expires, ""));
  }

  /**
   * As {@link #add} by the client of a node: good as well for the same client again, and for the
   * client that a door is letting in with this ticket.
   */
  synchronized void add(long nonce, Instant expires, String clientId) {
    Use before = used.get(nonce);
    if (before != null && !before.clientId().isEmpty() && !before.clientId().equals(clientId)) {
      throw used();
    }
    put(nonce, new Use(expires, clientId));
  }

  private static MediaRefusal used() {
    return new MediaRefusal(MediaRefusal.Reason.TICKET_USED, "ticket-used");
  }

  private void put(long nonce, Use use) {
    if (used.size() >= capacity) {
      Instant now = clock.instant();
      used.values().removeIf(old -> old.expires().isBefore(now));
    }
    if (used.size() >= capacity && !used.containsKey(nonce)) {
      throw new MediaRefusal(MediaRefusal.Reason.TOO_MANY, "too-many.publishers");
    }
    used.put(nonce, use);
  }

  synchronized void remove(long nonce) {
    used.remove(nonce);
  }

  synchronized int size() {
    return used.size();
  }
}
