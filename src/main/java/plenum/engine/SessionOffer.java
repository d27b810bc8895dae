package plenum.engine;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser (or another WHIP/WHEP client) sends to begin a session.
 *
 * @param stream the stream to publish or play
 * @param sdp the offer, RFC 8866 text
 * @param remote the address that the HTTP request came from; decides whether loopback candidates
 *     are offered
 * @param counted what counts towards the limit per address: the same, or the network of all
 *     addresses that its client has
 * @param viewer who plays, by a name of the caller's that means nothing to the engine; sessions of
 *     the same viewer can be told together. 1 to {@value #MAX_VIEWER} characters; empty when nobody
 *     is known, and for a publisher
 * @param place where the stream is, by a name of the caller's that means nothing to the engine;
 *     {@link SendingLimits#place} bounds what is sent to all of one place, and all of one place
 *     live on one loop, so that a receiver can be sent the streams of its own place. A stream that
 *     has sessions stays where it is. Empty for none: it is a place by itself
 * @param repairs whether a player may be sent what it lost as packets of another source (RTX, RFC
 *     4588), if it offers that; otherwise they come again as they were
 */
public record SessionOffer(
    StreamName stream,
    String sdp,
    InetAddress remote,
    InetAddress counted,
    Optional<String> viewer,
    Optional<String> place,
    boolean repairs) {

  /** A viewer's name is kept for as long as its sessions last; a longer one is the caller's bug. */
  public static final int MAX_VIEWER = 128;

  /** An offer of somebody who is not known. */
  public SessionOffer(StreamName stream, String sdp, InetAddress remote) {
    this(stream, sdp, remote, remote, Optional.empty());
  }

  /** An offer of a stream that is in no place. */
  public SessionOffer(
      StreamName stream,
      String sdp,
      InetAddress remote,
      InetAddress counted,
      Optional<String> viewer) {
    this(stream, sdp, remote, counted, viewer, Optional.empty(), true);
  }

  /** The same in a place. */
  public SessionOffer in(String name) {
    return new SessionOffer(stream, sdp, remote, counted, viewer, Optional.of(name), repairs);
  }

  /** The same of a player that is to get what it lost as it was. */
  public SessionOffer withoutRepairs() {
    return new SessionOffer(stream, sdp, remote, counted, viewer, place, false);
  }

  /**
   * @throws IllegalArgumentException when the viewer's name is empty or too long
   */
  public SessionOffer {
    Objects.requireNonNull(stream, "an offer names a stream");
    Objects.requireNonNull(sdp, "an offer has SDP");
    Objects.requireNonNull(remote, "an offer comes from an address");
    Objects.requireNonNull(counted, "an offer is counted");
    Objects.requireNonNull(viewer, "no viewer is an empty Optional");
    Objects.requireNonNull(place, "no place is an empty Optional");
    if (viewer.filter(name -> name.isEmpty() || name.length() > MAX_VIEWER).isPresent()) {
      throw new IllegalArgumentException("A viewer's name has 1 to 128 characters");
    }
  }
}
