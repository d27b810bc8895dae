package plenum.media.stream;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import plenum.media.Place;
import plenum.media.StreamAction;
import plenum.media.ticket.TicketClaims;

/**
 * Who left a place while tickets for playing there may still be good: one entry for each person and
 * place, however many streams it has, until the last such ticket has expired. Guarded by the lock
 * of {@link Streams}.
 */
final class SentAway {

  private record Leaver(Place place, String personId) {}

  /** When the tickets expire that each had got before; the first to expire is the first. */
  private final Map<Leaver, Instant> until = new LinkedHashMap<>();

  /**
   * Takes the tickets back that the person has for playing in that place.
   *
   * @param lastExpiry when the last of these tickets expires
   * @param over tells of such an instant that it has passed
   */
  void add(Place place, String personId, Instant lastExpiry, Predicate<Instant> over) {
    Iterator<Instant> oldest = until.values().iterator();
    while (oldest.hasNext() && over.test(oldest.next())) {
      oldest.remove();
    }
    Leaver leaver = new Leaver(place, personId);
    until.remove(leaver); // So that it goes to the end.
    until.put(leaver, lastExpiry);
  }

  /** Whether a ticket for a stream of that place was taken back. */
  boolean voids(Place place, TicketClaims claims) {
    Instant last = until.get(new Leaver(place, claims.personId()));
    return claims.action() == StreamAction.PLAY && last != null && !claims.expires().isAfter(last);
  }

  int size() {
    return until.size();
  }
}
