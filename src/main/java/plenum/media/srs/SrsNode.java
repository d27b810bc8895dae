package plenum.media.srs;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import plenum.media.Ingest;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeOffer;
import plenum.media.node.NodeReports;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;
import plenum.media.ticket.Ticket;
import plenum.settings.SrsSettings;
import plenum.settings.SrsSettings.SrsAddresses;
import plenum.time.Stopwatch;

/**
 * One SRS. Offers are passed on with nothing of the client's but the SDP and the ticket; so SRS
 * never sees a parameter that a client chose.
 */
final class SrsNode implements MediaNode {

  static final String H264 = "H264";
  static final String AV1 = "AV1";

  private static final System.Logger LOG = System.getLogger(SrsNode.class.getName());

  private final SrsApi api;
  private final SrsSettings settings;
  private final Publications publications;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final SrsHealth health = new SrsHealth();
  private final Map<StreamId, MediaRefusal> refusedByHook = new ConcurrentHashMap<>();
  private final Set<StreamId> ending = ConcurrentHashMap.newKeySet();
  private final Kicked kicked;
  private volatile SrsLists lists = new SrsLists("", Map.of(), List.of());

  /**
   * @param clock tells since when the node's sessions are
   * @param nanoTime as {@link System#nanoTime}, for whatever takes its time
   */
  SrsNode(
      SrsApi api, SrsSettings settings, NodeReports reports, Clock clock, LongSupplier nanoTime) {
    this.api = api;
    this.settings = settings;
    this.publications = new Publications(reports, nanoTime);
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.kicked = new Kicked(nanoTime);
  }

  @Override
  public String name() {
    return api.base().toString();
  }

  @Override
  public NodeState state() {
    return health.state();
  }

  @Override
  public NodeState look() {
    return health.look(api);
  }

  SrsHealth health() {
    return health;
  }

  SrsApi api() {
    return api;
  }

  Publications publications() {
    return publications;
  }

  @Override
  public NodeAnswer publish(NodeOffer offer) {
    Tracks offered = Tracks.of(offer.sdp());
    requireOpus(offered);
    String codec = codec(offered);
    publications.offered(offered.onAir(offer.stream(), codec));
    try {
      NodeAnswer answer = exchange("whip", offer, codec);
      publications.offered(Tracks.of(answer.sdp()).onAir(offer.stream(), codec));
      return answer;
    } catch (SrsFailure failure) {
      publications.refused(offer.stream());
      throw refusal(offer, failure, true);
    }
  }

  @Override
  public NodeAnswer play(NodeOffer offer) {
    Tracks wanted = Tracks.of(offer.sdp());
    requireOpus(wanted);
    Optional<OnAir> onAir = publications.onAir(offer.stream());
    onAir.ifPresent(stream -> requireFit(wanted, stream));
    String codec = onAir.map(OnAir::codec).filter(AV1::equals).orElseGet(() -> codec(wanted));
    try {
      return exchange("whep", offer, codec);
    } catch (SrsFailure failure) {
      throw refusal(offer, failure, false);
    }
  }

  private NodeAnswer exchange(String door, NodeOffer offer, String codec) throws SrsFailure {
    StringBuilder path = new StringBuilder("/rtc/v1/").append(door);
    path.append("/?app=").append(offer.stream().app());
    path.append("&stream=").append(offer.stream().name());
    offer.ticket().filter(SrsNode::isPlain).ifPresent(text -> path.append("&ticket=").append(text));
    if (codec.equals(AV1)) {
      path.append("&codec=av1");
    }
    refusedByHook.remove(offer.stream());
    SrsApi.Exchange answer = api.offer(path.toString(), offer.sdp(), offer.remote());
    Location location = Location.parse(answer.location());
    return new NodeAnswer(location.session(), location.token(), answer.sdp());
  }

  /** A ticket's letters: what goes into the path has been checked, but not by this class. */
  private static boolean isPlain(String ticket) {
    return ticket.matches("[A-Za-z0-9_-]{1,1024}");
  }

  private static void requireOpus(Tracks tracks) {
    if (tracks.audio() && !tracks.has("OPUS")) {
      throw new MediaRefusal(Reason.NO_COMMON_CODEC, "no-common-codec.opus");
    }
  }

  /** SRS passes H.264, and AV1 when both sides ask for it. */
  private static String codec(Tracks tracks) {
    if (!tracks.video() || tracks.has(H264)) {
      return H264;
    }
    if (tracks.has(AV1)) {
      return AV1;
    }
    throw new MediaRefusal(Reason.NO_COMMON_CODEC, "no-common-codec.picture");
  }

  /** SRS would answer with fewer sections than were offered, which browsers refuse. */
  private static void requireFit(Tracks wanted, OnAir stream) {
    if (wanted.audio() && !stream.audio() || wanted.video() && !stream.video()) {
      throw new MediaRefusal(
          Reason.NO_COMMON_CODEC,
          stream.video() ? "no-common-codec.less.picture" : "no-common-codec.less.sound");
    }
    if (wanted.video() && stream.codec().equals(AV1) && !wanted.has(AV1)) {
      throw new MediaRefusal(Reason.NO_COMMON_CODEC, "no-common-codec.av1");
    }
  }

  /** A hook refused the session that an offer under way is about. */
  void refusedByHook(StreamId stream, MediaRefusal refusal) {
    if (refusedByHook.size() < 1000) {
      refusedByHook.put(stream, refusal);
    }
  }

  /** SRS 6 tells nobody why it says no; this finds out what can be found out. */
  private MediaRefusal refusal(NodeOffer offer, SrsFailure failure, boolean publishing) {
    LOG.log(Level.DEBUG, "{0} refused {1}: {2}", name(), offer, failure.getMessage());
    MediaRefusal byHook = refusedByHook.remove(offer.stream());
    if (byHook != null) {
      return byHook;
    }
    if (failure.why() == SrsFailure.Cause.REFUSED || failure.why() == SrsFailure.Cause.SILENT) {
      return new MediaRefusal(Reason.UNAVAILABLE, "unavailable.node");
    }
    if (publishing && isPublished(offer.stream())) {
      return new MediaRefusal(Reason.STREAM_BUSY, "stream-busy");
    }
    if (Tracks.of(offer.sdp()).codecs().isEmpty()) {
      return new MediaRefusal(Reason.MALFORMED_OFFER, "malformed-offer.for-srs");
    }
    return failure
        .said()
        .map(said -> new MediaRefusal(Reason.MALFORMED_OFFER, "malformed-offer.said-by-node", said))
        .orElseGet(() -> new MediaRefusal(Reason.MALFORMED_OFFER, "malformed-offer.by-node"));
  }

  private boolean isPublished(StreamId stream) {
    try {
      return SrsLists.read(api, clock.instant()).clients().stream()
          .anyMatch(client -> SrsLists.isPublisher(client, stream));
    } catch (SrsFailure unknown) {
      return publications.publisherOf(stream).isPresent();
    }
  }

  @Override
  public boolean end(StreamId stream, String session, String token) {
    try {
      api.end(new Location(session, token).of(stream));
      return true;
    } catch (SrsFailure | IllegalArgumentException failure) {
      LOG.log(Level.DEBUG, "A session on {0} did not end: {1}", name(), failure.getMessage());
      return false;
    }
  }

  /** Never the same client twice in a short time: it may be ending already. */
  @Override
  public boolean kick(String clientId) {
    if (!clientId.matches("[A-Za-z0-9_-]{1,64}") || !kicked.add(clientId)) {
      return false;
    }
    try {
      return api.kick(clientId);
    } catch (SrsFailure failure) {
      LOG.log(Level.DEBUG, "{0} did not kick: {1}", name(), failure.getMessage());
      return false;
    }
  }

  /**
   * Ends them with the next turn of {@link Rounds}: most end by themselves in this moment, with the
   * page that they belong to.
   */
  @Override
  public void endAll(StreamId stream) {
    if (state() instanceof NodeState.Ready) {
      ending.add(stream);
    }
  }

  /** The streams whose sessions are to be ended. */
  Set<StreamId> ending() {
    return ending;
  }

  /** As the node listed them last. */
  @Override
  public List<NodeStream> streams() {
    return lists.streams().entrySet().stream().map(e -> stream(e.getKey(), e.getValue())).toList();
  }

  private NodeStream stream(StreamId id, SrsLists.SrsStream listed) {
    Optional<OnAir> onAir = publications.onAir(id);
    return new NodeStream(
        id,
        listed.active() ? listed.publisherId() : "",
        onAir.map(OnAir::audio).orElse(listed.audio()),
        onAir.map(OnAir::video).orElse(!listed.codec().isEmpty()),
        onAir.map(OnAir::codec).orElse(listed.codec()),
        listed.receivedBytes(),
        listed.sentBytes());
  }

  /** As the node listed them last. */
  @Override
  public List<NodeClient> clients() {
    return lists.clients();
  }

  /** Asks the node for its lists and puts right what is known of it. */
  SrsLists reconcile() throws SrsFailure {
    Stopwatch asked = Stopwatch.start(nanoTime);
    SrsLists now = SrsLists.read(api, clock.instant());
    publications.reconcile(now, asked);
    lists = now;
    return now;
  }

  /** The node is gone, or began anew: nothing that was known of it holds. */
  void forget() {
    lists = new SrsLists("", Map.of(), List.of());
    publications.clear();
    ending.clear();
  }

  @Override
  public List<Ingest> ingests(StreamId stream, Ticket ticket) {
    URI base = api.base();
    String key = stream.name() + "?ticket=" + ticket.text();
    String rtmp = SrsAddresses.of(settings.addresses().rtmp(), base) + "/" + stream.app();
    Ingest byRtmp = new Ingest("rtmp", rtmp, key);
    return settings
        .addresses()
        .srt()
        .map(srt -> List.of(byRtmp, srt(SrsAddresses.of(srt, base), stream, ticket)))
        .orElseGet(() -> List.of(byRtmp));
  }

  private static Ingest srt(String address, StreamId stream, Ticket ticket) {
    String id = "#!::r=%s/%s,ticket=%s,m=publish";
    return new Ingest("srt", address, id.formatted(stream.app(), stream.name(), ticket.text()));
  }

  @Override
  public Optional<URI> httpBase(StreamId stream) {
    return Optional.of(URI.create(SrsAddresses.of(settings.addresses().http(), api.base())));
  }
}
