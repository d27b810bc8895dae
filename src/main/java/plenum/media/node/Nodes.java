package plenum.media.node;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plenum.media.Ingest;
import plenum.media.MediaRefusal;
import plenum.media.Place;
import plenum.media.PlaceMedia;
import plenum.media.PlaceMoved;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.media.ticket.Ticket;

/**
 * All media nodes of the site, seen as one: the engine in this JVM, or one or more SRS. A session
 * goes to the node on which its stream's place lives.
 */
public final class Nodes implements MediaNode {

  private final Placement placement;
  private final List<MediaNode> nodes;
  private final Consumer<PlaceMoved> moved;

  public Nodes(Placement placement, List<MediaNode> nodes, Consumer<PlaceMoved> moved) {
    this.placement = placement;
    this.nodes = List.copyOf(nodes);
    this.moved = moved;
  }

  /** A node's state changed: moves the places that it can serve no longer, and tells. */
  public void review() {
    placement.review(nodes);
    tell();
  }

  /** Tells of places that are served in another way than before. */
  public void tell() {
    placement.news(nodes).forEach(place -> moved.accept(new PlaceMoved(place)));
  }

  /** How the place is served now. */
  public PlaceMedia media(Place place) {
    return placement.media(place, nodes);
  }

  /** Every node. */
  public List<MediaNode> nodes() {
    return nodes;
  }

  @Override
  public String name() {
    return "site";
  }

  @Override
  public NodeAnswer publish(NodeOffer offer) {
    return nodeFor(offer.stream()).publish(placed(offer));
  }

  @Override
  public NodeAnswer play(NodeOffer offer) {
    return nodeFor(offer.stream()).play(placed(offer));
  }

  @Override
  public NodeAnswer receive(NodeOffer offer) {
    return nodeFor(offer.stream()).receive(placed(offer));
  }

  @Override
  public void assign(StreamId receiver, NodeAnswer session, Reception wanted) {
    those(receiver).forEach(node -> node.assign(receiver, session, wanted));
  }

  private NodeOffer placed(NodeOffer offer) {
    return offer.in(placement.placeOf(offer.stream()));
  }

  private MediaNode nodeFor(StreamId stream) {
    Optional<MediaNode> chosen = placement.nodeFor(stream, nodes);
    tell();
    if (chosen.isEmpty() && nodes.size() == 1) { // It says best itself why it cannot serve.
      return nodes.get(0);
    }
    return chosen.orElseThrow(
        () -> new MediaRefusal(MediaRefusal.Reason.UNAVAILABLE, "unavailable.nodes"));
  }

  /** With open doors, and after a place moved, any node may have the session. */
  @Override
  public boolean end(StreamId stream, String session, String token) {
    Stream<MediaNode> known = placement.nodeOf(stream).stream();
    return Stream.concat(known, nodes.stream())
        .distinct()
        .anyMatch(node -> node.end(stream, session, token));
  }

  @Override
  public Optional<NodeIce> ice(StreamId stream, String session, String token) {
    return those(stream).flatMap(node -> node.ice(stream, session, token).stream()).findFirst();
  }

  @Override
  public Optional<NodeIce> restartIce(
      StreamId stream, String session, String token, String remoteUserFragment) {
    return those(stream)
        .flatMap(node -> node.restartIce(stream, session, token, remoteUserFragment).stream())
        .findFirst();
  }

  /** The node on which a stream's sessions are, or all. */
  private Stream<MediaNode> those(StreamId stream) {
    return placement.nodeOf(stream).map(Stream::of).orElseGet(nodes::stream);
  }

  @Override
  public boolean kick(String clientId) {
    return nodes.stream().anyMatch(node -> node.kick(clientId));
  }

  @Override
  public void endAll(StreamId stream) {
    nodes.forEach(node -> node.endAll(stream));
  }

  @Override
  public void hold(StreamId stream, boolean sound, boolean picture) {
    nodes.forEach(node -> node.hold(stream, sound, picture));
  }

  @Override
  public List<NodeStream> streams() {
    return nodes.stream().flatMap(node -> node.streams().stream()).toList();
  }

  @Override
  public List<NodeClient> clients() {
    return nodes.stream().flatMap(node -> node.clients().stream()).toList();
  }

  /** Whether this one is out for maintenance. */
  public boolean isOut(MediaNode node) {
    return placement.isOut(node);
  }

  /** The best that any of them has that is not out for maintenance. */
  @Override
  public NodeState state() {
    List<NodeState> states =
        nodes.stream().filter(node -> !isOut(node)).map(MediaNode::state).toList();
    return states.stream()
        .filter(NodeState.Ready.class::isInstance)
        .findFirst()
        .or(() -> states.stream().findFirst())
        .orElse(new NodeState.SwitchedOff());
  }

  @Override
  public List<Ingest> ingests(StreamId stream, Ticket ticket) {
    return placement
        .nodeFor(stream, nodes)
        .map(node -> node.ingests(stream, ticket))
        .orElse(List.of());
  }

  @Override
  public Optional<URI> httpBase(StreamId stream) {
    return placement
        .nodeOf(stream)
        .or(() -> placement.nodeFor(stream, nodes)) // With open doors a stream has no place.
        .flatMap(node -> node.httpBase(stream));
  }
}
