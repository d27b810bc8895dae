package plenum.media.embedded;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import plenum.engine.EngineStatus;
import plenum.engine.LoopStatus;
import plenum.engine.MediaEngine;
import plenum.engine.MediaRefused;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.TcpStatus;
import plenum.media.MediaRefusal;
import plenum.media.MediaWorker;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.media.node.AirBoard;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeIce;
import plenum.media.node.NodeOffer;
import plenum.media.node.NodeReports;
import plenum.media.node.NodeSource;
import plenum.media.node.NodeState;
import plenum.media.node.NodeStream;
import plenum.settings.Current;
import plenum.settings.MediaSettings;
import plenum.settings.Network;
import plenum.settings.ReceivingSettings;
import plenum.settings.UplinkSettings;
import plenum.tuning.SettingChanged;

/**
 * The engine in this JVM. It starts beside the rest of the application, so that the pages need not
 * wait for it; when it cannot start, the pages still come up and readiness says why.
 *
 * <p>Proxied, since it begins and ends with the application, by the container's events.
 */
@ApplicationScoped
@Typed({EmbeddedNode.class, NodeSource.class})
public class EmbeddedNode implements MediaNode, NodeSource {

  private static final System.Logger LOG = System.getLogger(EmbeddedNode.class.getName());

  /** What of a stream reaches nobody. */
  private record Held(boolean sound, boolean picture) {

    static final Held NOTHING = new Held(false, false);
  }

  private MediaSettings settings;
  private Current<UplinkSettings> uplink;
  private Executor worker;
  private EngineLife life;

  private final Map<StreamId, Held> held = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected EmbeddedNode() {}

  @Inject
  EmbeddedNode(
      MediaSettings settings,
      Current<UplinkSettings> uplink,
      AirBoard board,
      Handshakes handshakes,
      MediaWorker worker) {
    this(settings, uplink, new PlenumEngine(), board, handshakes, worker);
  }

  EmbeddedNode(
      MediaSettings settings,
      Current<UplinkSettings> uplink,
      EngineStarter starter,
      NodeReports reports,
      Handshakes handshakes,
      Executor worker) {
    this.settings = settings;
    this.uplink = uplink;
    this.worker = worker;
    EngineReports told = new EngineReports(reports, handshakes);
    life = new EngineLife(() -> starter.start(Engines.settings(settings), told), this::prepare);
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (settings.open()) {
      LOG.log(
          Level.WARNING,
          "plenum.media.open is true: everybody who reaches this server may publish and play"
              + " everything, without a ticket. Never use this where people meet.");
    }
    if (settings.srs().inUse() || !settings.start()) {
      life.switchOff();
    } else {
      worker.execute(life::start);
    }
  }

  private void prepare(MediaEngine started) {
    held.keySet().forEach(stream -> hold(started, stream));
    started.limit(Engines.limits(uplink.now()));
  }

  /** See {@link EngineLife#followAddresses()}. */
  void followAddresses() {
    life.followAddresses();
  }

  void changed(@Observes SettingChanged change) {
    if (UplinkSettings.NAMES.contains(change.setting())) {
      life.running().ifPresent(engine -> engine.limit(Engines.limits(uplink.now())));
    }
  }

  /** Before the beans that it reports to are destroyed. */
  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    stop();
  }

  @PreDestroy
  void stop() {
    life.stop();
  }

  @Override
  public List<MediaNode> nodes() {
    return settings.srs().inUse() ? List.of() : List.of(this);
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public NodeAnswer publish(NodeOffer offer) {
    return begin(offer, running()::publish);
  }

  @Override
  public NodeAnswer play(NodeOffer offer) {
    return begin(offer, running()::play);
  }

  @Override
  public NodeAnswer receive(NodeOffer offer) {
    ReceivingSettings receiving = settings.receiving();
    Slots most = new Slots(receiving.pictures(), receiving.sounds(), receiving.halfFrom());
    return begin(offer, wanted -> running().receive(wanted, most));
  }

  @Override
  public void assign(StreamId receiver, NodeAnswer session, Reception wanted) {
    life.running()
        .ifPresent(
            engine -> engine.assign(session.session(), session.token(), Engines.reception(wanted)));
  }

  private static NodeAnswer begin(NodeOffer offer, Function<SessionOffer, SessionAnswer> begin) {
    try {
      SessionAnswer answer =
          begin.apply(
              new SessionOffer(
                  EngineNames.streamName(offer.stream()),
                  offer.sdp(),
                  offer.remote(),
                  Network.ofClient(offer.remote()).address(),
                  offer.viewer(),
                  offer.place().map(place -> place.kind().app() + "/" + place.id()),
                  offer.repairs()));
      return new NodeAnswer(answer.session(), answer.token(), answer.sdp());
    } catch (MediaRefused refused) {
      throw Engines.refusal(refused);
    }
  }

  @Override
  public boolean end(StreamId stream, String session, String token) {
    return life.running().map(engine -> engine.end(session, token)).orElse(false);
  }

  @Override
  public Optional<NodeIce> ice(StreamId stream, String session, String token) {
    return life.running().flatMap(engine -> engine.ice(session, token)).map(Engines::ice);
  }

  @Override
  public Optional<NodeIce> restartIce(
      StreamId stream, String session, String token, String remoteUserFragment) {
    try {
      return running().restartIce(session, token, remoteUserFragment).map(Engines::ice);
    } catch (MediaRefused refused) {
      throw Engines.refusal(refused);
    }
  }

  @Override
  public boolean kick(String clientId) {
    return life.running().map(engine -> engine.kick(clientId)).orElse(false);
  }

  @Override
  public void hold(StreamId stream, boolean sound, boolean picture) {
    if (sound || picture) {
      held.put(stream, new Held(sound, picture));
    } else {
      held.remove(stream);
    }
    life.running().ifPresent(engine -> hold(engine, stream));
  }

  /** As it is said last, also by somebody else meanwhile. */
  private void hold(MediaEngine engine, StreamId stream) {
    Held what;
    do {
      what = held.getOrDefault(stream, Held.NOTHING);
      engine.hold(EngineNames.streamName(stream), what.sound(), what.picture());
    } while (!what.equals(held.getOrDefault(stream, Held.NOTHING)));
  }

  @Override
  public List<NodeStream> streams() {
    return life.running().stream()
        .flatMap(engine -> engine.streams().stream())
        .map(Engines::stream)
        .toList();
  }

  @Override
  public List<NodeClient> clients() {
    return life.running().stream()
        .flatMap(engine -> engine.clients().stream())
        .map(Engines::client)
        .toList();
  }

  @Override
  public NodeState state() {
    return life.state();
  }

  /** What the engine's port has done so far; empty while there is no engine. */
  Optional<EngineStatus> status() {
    return life.running().map(MediaEngine::status);
  }

  /** What each of its loops does; none while there is no engine. */
  List<LoopStatus> loops() {
    return life.running().map(MediaEngine::loops).orElseGet(List::of);
  }

  /** What has become of TCP connections; empty while there is no engine. */
  Optional<TcpStatus> tcp() {
    return life.running().map(MediaEngine::tcp);
  }

  private MediaEngine running() {
    return life.running()
        .orElseThrow(() -> new MediaRefusal(MediaRefusal.Reason.UNAVAILABLE, "unavailable.media"));
  }
}
