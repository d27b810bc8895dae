package plenum.media.node;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import plenum.media.Ingest;
import plenum.media.MediaRefusal;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.media.ticket.Ticket;

/**
 * One media server as Plenum sees it: the engine in this JVM, or an SRS somewhere on the network.
 * Thread-safe. Calls may take as long as a request to another machine does.
 *
 * <p>What a node notices by itself (a stream on air, a stream gone) it tells {@link NodeReports}.
 */
public interface MediaNode {

  /** What people call it: for SRS its address. */
  String name();

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
   * Begins to receive many streams over one connection.
   *
   * @param offer its stream is a name for the connection itself
   * @throws MediaRefusal when the offer cannot be served, or the node cannot do it
   */
  default NodeAnswer receive(NodeOffer offer) {
    throw new MediaRefusal(MediaRefusal.Reason.UNSUPPORTED_OFFER, "unsupported-offer.together");
  }

  /**
   * Says what such a connection gets from now on, all of it.
   *
   * @param receiver the connection's name
   * @param session what its answer said
   */
  default void assign(StreamId receiver, NodeAnswer session, Reception wanted) {}

  /**
   * Ends a session by what its answer said.
   *
   * @param stream the session's stream, by which a site with several nodes finds the right one
   * @return false when there is no such session or the token is not its own
   */
  boolean end(StreamId stream, String session, String token);

  /**
   * The names of a session in ICE, by what its answer said. A node that does not tell more than its
   * answer did has those of the beginning for every session.
   *
   * @return empty when there is no such session or the token is not its own
   */
  default Optional<NodeIce> ice(StreamId stream, String session, String token) {
    return Optional.of(NodeIce.of(session));
  }

  /**
   * Lets a session go on under other names in ICE (RFC 8445 section 9).
   *
   * @param remoteUserFragment the client's new one
   * @return empty when there is no such session or the token is not its own
   * @throws MediaRefusal when the node cannot do it, or the name is none
   */
  default Optional<NodeIce> restartIce(
      StreamId stream, String session, String token, String remoteUserFragment) {
    throw new MediaRefusal(MediaRefusal.Reason.NO_ICE_RESTART, "no-ice-restart");
  }

  /**
   * Ends a session by its public id.
   *
   * @return false when there is no such session
   */
  boolean kick(String clientId);

  /** Ends every session of the stream. */
  default void endAll(StreamId stream) {
    clients().stream()
        .filter(client -> client.stream().equals(stream))
        .forEach(client -> kick(client.id()));
  }

  /**
   * From now on nobody gets the sound, or the picture, that the stream's publisher sends; both
   * false undoes it. A node that cannot do this leaves it to the publisher's page, which is told as
   * well.
   */
  default void hold(StreamId stream, boolean sound, boolean picture) {}

  /** The streams published or waited for. */
  List<NodeStream> streams();

  /** Every session. */
  List<NodeClient> clients();

  /** Whether it can serve, and why not. */
  NodeState state();

  /** The same, asked of the node itself: may take seconds, and changes nothing. */
  default NodeState look() {
    return state();
  }

  /** The ways besides WHIP in which a device can publish the stream with this ticket. */
  default List<Ingest> ingests(StreamId stream, Ticket ticket) {
    return List.of();
  }

  /**
   * Where the stream can be had over plain HTTP, as {@code BASE/app/name.flv} and {@code
   * BASE/app/name.m3u8}; from the server's side, not for browsers. Empty when the node has no such
   * thing.
   */
  default Optional<URI> httpBase(StreamId stream) {
    return Optional.empty();
  }
}
