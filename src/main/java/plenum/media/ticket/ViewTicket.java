package plenum.media.ticket;

import java.time.Instant;
import plenum.media.StreamId;

/**
 * The right to play one stream over plain HTTP, for a short time.
 *
 * @param flv where to get it as HTTP-FLV, the ticket included; a secret
 * @param hls where its HLS play list is, the ticket included; a secret
 * @param expires until when the first request must come; what began before then goes on
 */
public record ViewTicket(String flv, String hls, Instant expires) {

  /**
   * @param base what the URLs begin with: a path of this origin, or another server's address
   */
  public static ViewTicket of(Ticket ticket, StreamId stream, String base) {
    String path = base + stream.path();
    String query = "?ticket=" + ticket.text();
    return new ViewTicket(path + ".flv" + query, path + ".m3u8" + query, ticket.expires());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ViewTicket[expires=" + expires + "]";
  }
}
