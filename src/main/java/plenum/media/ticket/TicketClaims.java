package plenum.media.ticket;

import java.security.SecureRandom;
import java.time.Instant;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/**
 * What a ticket says.
 *
 * @param personId who asked for it
 * @param stream the one stream it is for
 * @param action publish or play
 * @param expires until when it may be used; whole milliseconds
 * @param nonce tells tickets apart that say the same otherwise
 */
public record TicketClaims(
    String personId, StreamId stream, StreamAction action, Instant expires, long nonce) {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int MAX_PERSON_ID = 128;

  public TicketClaims {
    if (personId.length() > MAX_PERSON_ID) {
      throw new IllegalArgumentException("A person's id has at most 128 characters");
    }
  }

  public static TicketClaims of(
      String personId, StreamId stream, StreamAction action, Instant expires) {
    return new TicketClaims(personId, stream, action, expires, RANDOM.nextLong());
  }
}
