package plenum.media;

import java.net.InetAddress;
import java.util.Objects;

/**
 * What a client sends to begin a session.
 *
 * @param stream the stream to publish or play
 * @param sdp the offer, RFC 8866 text
 * @param remote the client's address, which counts towards the limit per address
 */
public record NodeOffer(StreamId stream, String sdp, InetAddress remote) {
  public NodeOffer {
    Objects.requireNonNull(stream, "an offer names a stream");
    Objects.requireNonNull(sdp, "an offer has SDP");
    Objects.requireNonNull(remote, "an offer comes from an address");
  }
}
