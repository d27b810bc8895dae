package plenum.media.node;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import plenum.media.Place;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TicketClaims;

/**
 * What a client sends to begin a session.
 *
 * @param stream the stream to publish or play
 * @param sdp the offer, RFC 8866 text
 * @param remote the client's address, which counts towards the limit per address
 * @param ticket what the client is let in by, for a node that asks back by its hooks; a secret
 * @param viewer whom the ticket for playing was made for, for a node that looks at all that one
 *     person plays; empty without such a ticket. A node does with it what it likes, or nothing
 * @param place where the stream is, if that is known; the same of it
 * @param repairs whether a player may be sent what it lost as packets of another source (RTX, RFC
 *     4588)
 */
public record NodeOffer(
    StreamId stream,
    String sdp,
    InetAddress remote,
    Optional<String> ticket,
    Optional<String> viewer,
    Optional<Place> place,
    boolean repairs) {

  /** An offer that came without a ticket. */
  public NodeOffer(StreamId stream, String sdp, InetAddress remote) {
    this(stream, sdp, remote, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /** The same offer with the ticket that it came by. */
  public NodeOffer with(String newTicket, TicketClaims claims) {
    Optional<String> player =
        Optional.of(claims.personId())
            .filter(id -> claims.action() != StreamAction.PUBLISH && !id.isEmpty());
    return new NodeOffer(stream, sdp, remote, Optional.of(newTicket), player, place, repairs);
  }

  /** The same offer, of a stream that is there. */
  public NodeOffer in(Optional<Place> there) {
    return new NodeOffer(stream, sdp, remote, ticket, viewer, there, repairs);
  }

  /** The same offer of a client that knows a source for each track alone. */
  public NodeOffer withoutRepairs() {
    return new NodeOffer(stream, sdp, remote, ticket, viewer, place, false);
  }

  public NodeOffer {
    Objects.requireNonNull(stream, "an offer names a stream");
    Objects.requireNonNull(sdp, "an offer has SDP");
    Objects.requireNonNull(remote, "an offer comes from an address");
    Objects.requireNonNull(ticket, "no ticket is an empty Optional");
    Objects.requireNonNull(viewer, "no viewer is an empty Optional");
    Objects.requireNonNull(place, "no place is an empty Optional");
  }

  /** Without the secret, and without the SDP, which is long. */
  @Override
  public String toString() {
    return "NodeOffer[" + stream.path() + " from " + remote + "]";
  }
}
