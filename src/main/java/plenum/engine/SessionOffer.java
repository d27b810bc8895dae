package plenum.engine;

import java.net.InetAddress;
import java.util.Objects;

/**
 * What a browser (or another WHIP/WHEP client) sends to begin a session.
 *
 * @param stream the stream to publish or play
 * @param sdp the offer, RFC 8866 text
 * @param remote the address that the HTTP request came from; counts towards the limit per address,
 *     and decides whether loopback candidates are offered
 */
public record SessionOffer(StreamName stream, String sdp, InetAddress remote) {
  public SessionOffer {
    Objects.requireNonNull(stream, "an offer names a stream");
    Objects.requireNonNull(sdp, "an offer has SDP");
    Objects.requireNonNull(remote, "an offer comes from an address");
  }
}
