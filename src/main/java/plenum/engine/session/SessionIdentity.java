package plenum.engine.session;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import plenum.engine.StreamName;

/**
 * What names a session.
 *
 * @param id its public id
 * @param token the secret that ends it
 * @param userFragment the ICE user name fragment of our side
 * @param remoteUserFragment the peer's
 * @param stream what it publishes or plays
 * @param publisher which of the two
 * @param viewer who plays, as the offer named them
 * @param address where its offer came from
 * @param counted what the limits of an address count
 * @param since when
 */
record SessionIdentity(
    String id,
    String token,
    String userFragment,
    String remoteUserFragment,
    StreamName stream,
    boolean publisher,
    Optional<String> viewer,
    InetAddress address,
    InetAddress counted,
    Instant since) {

  /** As the Location has it. */
  String session() {
    return userFragment + ":" + remoteUserFragment;
  }

  /** Without the token and without the viewer: this may end in a log. */
  @Override
  public String toString() {
    return (publisher ? "publisher " : "player ") + id + " of " + stream.url();
  }
}
