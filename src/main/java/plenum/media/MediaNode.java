package plenum.media;

import java.util.List;

/**
 * One media server as Plenum sees it: the engine in this JVM, or an SRS somewhere on the network.
 * Thread-safe. Calls may take as long as a request to another machine does.
 *
 * <p>What a node notices by itself (a stream on air, a stream gone) it tells {@link NodeReports}.
 */
public interface MediaNode {

  /**
   * Begins publishing.
   *
   * @throws MediaRefusal when the offer cannot be served
   */
  NodeAnswer publish(NodeOffer offer);

  /**
   * Begins playing. The stream need not be on air: media starts when its publisher comes.
   *
   * @throws MediaRefusal when the offer cannot be served
   */
  NodeAnswer play(NodeOffer offer);

  /**
   * Ends a session by what its answer said.
   *
   * @param stream the session's stream, by which a site with several nodes finds the right one
   * @return false when there is no such session or the token is not its own
   */
  boolean end(StreamId stream, String session, String token);

  /**
   * Ends a session by its public id.
   *
   * @return false when there is no such session
   */
  boolean kick(String clientId);

  /** The streams published or waited for. */
  List<NodeStream> streams();

  /** Every session. */
  List<NodeClient> clients();

  /** Whether it can serve, and why not. */
  NodeState state();
}
