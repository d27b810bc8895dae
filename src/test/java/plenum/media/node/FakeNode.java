package plenum.media.node;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.media.MediaRefusal;
import plenum.media.Reception;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/** A node that accepts every offer, unless told to refuse, and carries nothing. */
public final class FakeNode implements MediaNode {

  public static final String ANSWER = "v=0\r\ns=answer\r\n";

  private final Map<String, NodeClient> clients = new LinkedHashMap<>();
  private final Map<String, NodeIce> restarted = new LinkedHashMap<>();
  private final Map<String, Reception> assigned = new LinkedHashMap<>();
  private final List<NodeOffer> offers = new ArrayList<>();
  private Optional<MediaRefusal> refusal = Optional.empty();
  private NodeState state = new NodeState.Ready("fake", 0, "first");
  private Optional<URI> httpBase = Optional.empty();
  private Runnable whileBeginning = () -> {};

  public void refuse(MediaRefusal.Reason reason) {
    refusal = Optional.of(new MediaRefusal(reason, "Refused: " + reason));
  }

  public void accept() {
    refusal = Optional.empty();
  }

  public void be(NodeState state) {
    this.state = state;
  }

  /** Has an HTTP server there. */
  public void serveAt(URI base) {
    httpBase = Optional.of(base);
  }

  @Override
  public Optional<URI> httpBase(StreamId stream) {
    return httpBase;
  }

  public void whileBeginning(Runnable action) {
    whileBeginning = action;
  }

  public List<NodeOffer> offers() {
    return List.copyOf(offers);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public NodeAnswer publish(NodeOffer offer) {
    if (!publisher(offer.stream()).isEmpty()) {
      throw new MediaRefusal(MediaRefusal.Reason.STREAM_BUSY, "Somebody publishes this stream.");
    }
    return begin(offer, StreamAction.PUBLISH);
  }

  @Override
  public NodeAnswer play(NodeOffer offer) {
    return begin(offer, StreamAction.PLAY);
  }

  @Override
  public NodeAnswer receive(NodeOffer offer) {
    return begin(offer, StreamAction.RECEIVE);
  }

  @Override
  public void assign(StreamId receiver, NodeAnswer session, Reception wanted) {
    assigned.put(session.session(), wanted);
  }

  /** What each receiver gets, by its session. */
  public Map<String, Reception> assigned() {
    return Map.copyOf(assigned);
  }

  /** As if the client had sent these bytes. */
  public void receive(String clientId, long bytes) {
    clients.computeIfPresent(
        clientId,
        (id, client) ->
            new NodeClient(
                id,
                client.stream(),
                client.action(),
                client.address(),
                client.since(),
                client.receivedBytes() + bytes,
                client.sentBytes()));
  }

  private NodeAnswer begin(NodeOffer offer, StreamAction action) {
    refusal.ifPresent(
        refused -> {
          throw refused;
        });
    offers.add(offer);
    String id = "client" + offers.size();
    clients.put(
        id,
        new NodeClient(
            id, offer.stream(), action, offer.remote(), Instant.EPOCH, 1000 * offers.size(), 50));
    whileBeginning.run();
    return new NodeAnswer("server" + offers.size() + ":Gc4+", "token" + offers.size(), ANSWER);
  }

  @Override
  public boolean end(StreamId stream, String session, String token) {
    String number = token.replace("token", "");
    return session.equals("server" + number + ":Gc4+") && clients.remove("client" + number) != null;
  }

  @Override
  public Optional<NodeIce> ice(StreamId stream, String session, String token) {
    String number = token.replace("token", "");
    return session.equals("server" + number + ":Gc4+") && clients.containsKey("client" + number)
        ? Optional.of(restarted.getOrDefault(session, NodeIce.of(session)))
        : Optional.empty();
  }

  @Override
  public Optional<NodeIce> restartIce(
      StreamId stream, String session, String token, String remoteUserFragment) {
    Optional<NodeIce> before = ice(stream, session, token);
    before.ifPresent(
        ice ->
            restarted.put(
                session,
                new NodeIce(
                    ice.userFragment() + "x",
                    "the-password-of-the-server",
                    remoteUserFragment,
                    Set.of(ice.remoteUserFragment()),
                    List.of(
                        "candidate:1 1 udp 2130706431 192.0.2.1 8000 typ host",
                        "candidate:2 1 tcp 1520434943 192.0.2.1 8000 typ host tcptype passive"))));
    return before.flatMap(ice -> ice(stream, session, token));
  }

  @Override
  public boolean kick(String clientId) {
    return clients.remove(clientId) != null;
  }

  @Override
  public List<NodeStream> streams() {
    return clients.values().stream()
        .map(NodeClient::stream)
        .distinct()
        .map(stream -> new NodeStream(stream, publisher(stream), true, true, "VP8", 1000, 50))
        .toList();
  }

  private String publisher(StreamId stream) {
    return clients.values().stream()
        .filter(client -> client.stream().equals(stream))
        .filter(client -> client.action() == StreamAction.PUBLISH)
        .map(NodeClient::id)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<NodeClient> clients() {
    return List.copyOf(clients.values());
  }

  @Override
  public NodeState state() {
    return state;
  }
}
