package plenum.media.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import plenum.media.MediaRefusal;
import plenum.time.Stopwatch;

/**
 * The tickets that may not be used again. Each is forgotten when it has expired; when there are too
 * many at once, new ones are refused rather than old ones forgotten.
 */
final class UsedTickets {

  /** Publishers that may begin within one ticket's lifetime. */
  static final int CAPACITY = 20_000;

  private final Clock clock;
  private final LongSupplier nanoTime;
  private final int capacity;
  private final Map<Long, Use> used = new HashMap<>();

  /** By whom; a door does not know the client id yet. */
  private record Use(Instant expires, Duration lifetime, Stopwatch since, String clientId) {

    /** By both clocks: whoever sets the computer's there and back makes no ticket new. */
    private boolean isOver(Instant now) {
      return expires.isBefore(now) && since.passed().compareTo(lifetime) > 0;
    }
  }

  /**
   * @param clock by which tickets expire
   * @param nanoTime as {@link System#nanoTime}
   */
  UsedTickets(Clock clock, LongSupplier nanoTime, int capacity) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.capacity = capacity;
  }

  /**
   * @throws MediaRefusal {@code TICKET_USED}, or {@code TOO_MANY} when there is no room to remember
   */
  synchronized void add(long nonce, Instant expires) {
    if (used.containsKey(nonce)) {
      throw used();
    }
    put(nonce, use(expires, ""));
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
    put(nonce, use(expires, clientId));
  }

  private Use use(Instant expires, String clientId) {
    Duration lifetime = Duration.between(clock.instant(), expires);
    return new Use(expires, lifetime, Stopwatch.start(nanoTime), clientId);
  }

  private static MediaRefusal used() {
    return new MediaRefusal(MediaRefusal.Reason.TICKET_USED, "ticket-used");
  }

  private void put(long nonce, Use use) {
    if (used.size() >= capacity) {
      Instant now = clock.instant();
      used.values().removeIf(old -> old.isOver(now));
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
