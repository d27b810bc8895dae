package plenum.media.ticket;

import java.time.Instant;

/**
 * The right to publish or to play one stream, for a short time.
 *
 * @param text the ticket itself, for what cannot use the URL; a secret
 * @param url where to POST the offer, on this origin, the ticket's text included; a secret
 * @param expires until when the offer must arrive; what began before then goes on
 */
public record Ticket(String text, String url, Instant expires) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Ticket[expires=" + expires + "]";
  }
}
