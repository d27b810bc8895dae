package plenum.media;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The tickets that may not be used again. Each is forgotten when it has expired; when there are too
 * many at once, new ones are refused rather than old ones forgotten.
 */
final class UsedTickets {

  /** Publishers that may begin within one ticket's lifetime. */
  static final int CAPACITY = 20_000;

  private final Clock clock;
  private final int capacity;
  private final Map<Long, Instant> used = new HashMap<>();

  UsedTickets(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  /**
   * @throws MediaRefusal {@code TICKET_USED}, or {@code TOO_MANY} when there is no room to remember
   */
  synchronized void add(long nonce, Instant expires) {
    if (used.size() >= capacity) {
      Instant now = clock.instant();
      used.values().removeIf(expiry -> expiry.isBefore(now));
    }
    if (used.containsKey(nonce)) {
      throw new MediaRefusal(
          MediaRefusal.Reason.TICKET_USED,
          "The ticket was used already. Ask for a new one for every publisher.");
    }
    if (used.size() >= capacity) {
      throw new MediaRefusal(
          MediaRefusal.Reason.TOO_MANY, "Too many publishers began at once. Try again shortly.");
    }
    used.put(nonce, expires);
  }

  synchronized void remove(long nonce) {
    used.remove(nonce);
  }

  synchronized int size() {
    return used.size();
  }
}
