package plenum.engine.session;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import plenum.engine.StreamName;

/**
 * What names a session.
 *
 * @param id its public id
 * @param token the secret that ends it
 * @param userFragment the ICE user name fragment of our side
 * @param remoteUserFragment the peer's
 * @param stream what it publishes or plays; for a receiver a name of its own
 * @param purpose what it is for
 * @param viewer who plays, as the offer named them
 * @param address where its offer came from
 * @param counted what the limits of an address count
 * @param since when
 * @param place where its stream is, as the offer named it
 */
record SessionIdentity(
    String id,
    String token,
    String userFragment,
    String remoteUserFragment,
    StreamName stream,
    Purpose purpose,
    Optional<String> viewer,
    InetAddress address,
    InetAddress counted,
    Instant since,
    Optional<String> place) {

  /** What a session is for. */
  enum Purpose {
    PUBLISH,
    PLAY,
    RECEIVE
  }

  /** Of a stream that is in no place. */
  SessionIdentity(
      String id,
      String token,
      String userFragment,
      String remoteUserFragment,
      StreamName stream,
      Purpose purpose,
      Optional<String> viewer,
      InetAddress address,
      InetAddress counted,
      Instant since) {
    this(
        id,
        token,
        userFragment,
        remoteUserFragment,
        stream,
        purpose,
        viewer,
        address,
        counted,
        since,
        Optional.empty());
  }

  /** Whether it sends. */
  boolean publisher() {
    return purpose == Purpose.PUBLISH;
  }

  /** As the Location has it. */
  String session() {
    return userFragment + ":" + remoteUserFragment;
  }

  /** Without the token and without the viewer: this may end in a log. */
  @Override
  public String toString() {
    return purpose.name().toLowerCase(Locale.ROOT) + " " + id + " of " + stream.url();
  }
}
