package plenum.media.node;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import plenum.media.StreamId;

/**
 * What a client sends to begin a session.
 *
 * @param stream the stream to publish or play
 * @param sdp the offer, RFC 8866 text
 * @param remote the client's address, which counts towards the limit per address
 * @param ticket what the client is let in by, for a node that asks back by its hooks; a secret
 */
public record NodeOffer(StreamId stream, String sdp, InetAddress remote, Optional<String> ticket) {

  /** An offer that came without a ticket. */
  public NodeOffer(StreamId stream, String sdp, InetAddress remote) {
    this(stream, sdp, remote, Optional.empty());
  }

  public NodeOffer with(String newTicket) {
    return new NodeOffer(stream, sdp, remote, Optional.of(newTicket));
  }

  public NodeOffer {
    Objects.requireNonNull(stream, "an offer names a stream");
    Objects.requireNonNull(sdp, "an offer has SDP");
    Objects.requireNonNull(remote, "an offer comes from an address");
    Objects.requireNonNull(ticket, "no ticket is an empty Optional");
  }

  /** Without the secret, and without the SDP, which is long. */
  @Override
  public String toString() {
    return "NodeOffer[" + stream.path() + " from " + remote + "]";
  }
}
