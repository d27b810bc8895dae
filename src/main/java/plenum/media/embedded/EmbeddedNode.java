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
import plenum.engine.AddressChange;
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

  private static final int TRIES = 10;
  private static final int PAUSE_MILLIS = 300;

  /** What of a stream reaches nobody. */
  private record Held(boolean sound, boolean picture) {

    static final Held NOTHING = new Held(false, false);
  }

  private sealed interface Engine {
    record Running(MediaEngine engine) implements Engine {}

    record Absent(NodeState why) implements Engine {}
  }

  private MediaSettings settings;
  private EngineStarter starter;
  private NodeReports reports;
  private Handshakes handshakes;
  private Current<UplinkSettings> uplink;
  private Executor worker;

  private final Map<StreamId, Held> held = new ConcurrentHashMap<>();
  private volatile Engine engine = new Engine.Absent(new NodeState.Starting());
  private volatile boolean told;
  private volatile boolean ran;
  private boolean stopped;
  private String failure = "";

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
    this.handshakes = handshakes;
    this.starter = starter;
    this.reports = reports;
    this.worker = worker;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (settings.open()) {
      LOG.log(
          Level.WARNING,
          "plenum.media.open is true: everybody who reaches this server may publish and play"
              + " everything, without a ticket. Never use this where people meet.");
    }
    if (settings.srs().inUse()) {
      engine = new Engine.Absent(new NodeState.SwitchedOff());
    } else if (settings.start()) {
      worker.execute(this::start);
    } else {
      engine = new Engine.Absent(new NodeState.SwitchedOff());
    }
  }

  private void start() {
    for (int tries = 1; !isStarted(tries); tries++) {
      pause();
    }
  }

  /** Whether there is no use in trying again: it runs, or it cannot. */
  private boolean isStarted(int tries) {
    try {
      run(starter.start(Engines.settings(settings), new EngineReports(reports, handshakes)));
      return true;
    } catch (Exception e) {
      if (tries < TRIES && Engines.isOfAClosedFile(e)) {
        return false;
      }
      LOG.log(Level.DEBUG, "Why the media engine did not start", e);
      fail(Engines.reason(e));
      return true;
    }
  }

  /** Told once, however often it is tried. */
  private synchronized void fail(String reason) {
    if (!stopped) {
      LOG.log(reason.equals(failure) ? Level.DEBUG : Level.ERROR, reason);
      failure = reason;
      engine = new Engine.Absent(new NodeState.Failed(reason));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void run(MediaEngine started) {
    if (stopped) {
      started.close();
    } else {
      engine = new Engine.Running(started);
      ran = true;
      told = false;
      failure = "";
      held.keySet().forEach(stream -> hold(started, stream));
      started.limit(Engines.limits(uplink.now()));
      LOG.log(Level.INFO, "Media flows over UDP port {0}", Integer.toString(started.port()));
    }
  }

  /**
   * Begins anew where this machine has got an address at which the engine does not receive, once
   * nobody loses anything by it: nobody is or gets connected, or nobody reaches it any more. Where
   * one could not begin after another, as its port was taken, that is tried again.
   */
  void followAddresses() {
    Engine now = engine;
    if (now instanceof Engine.Running running) {
      follow(running, running.engine().addresses());
    } else if (isLost(now) && isLeft(now)) {
      start();
    }
  }

  private void follow(Engine.Running running, AddressChange change) {
    if (change == AddressChange.OTHERS
        || change == AddressChange.MORE && running.engine().clients().isEmpty()) {
      beginAnew(running);
    } else if (change == AddressChange.MORE && !told) {
      told = true;
      LOG.log(
          Level.WARNING,
          "This machine has a new address. Media comes to it when nobody meets for a moment.");
    }
  }

  private void beginAnew(Engine.Running former) {
    if (!isLeft(former)) {
      return;
    }
    LOG.log(Level.INFO, "This machine has other addresses now: media begins anew at them.");
    try {
      former.engine().close();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The media engine did not close as it should", e);
    } finally {
      start();
    }
  }

  /** Whether it can begin no more, and could once: what keeps it from that may pass. */
  private boolean isLost(Engine now) {
    return ran && now instanceof Engine.Absent absent && absent.why() instanceof NodeState.Failed;
  }

  /** Leaves it for another one that begins; not when that is done already, or all is over. */
  private synchronized boolean isLeft(Engine former) {
    boolean left = !stopped && engine == former;
    if (left) {
      engine = new Engine.Absent(new NodeState.Starting());
    }
    return left;
  }

  void changed(@Observes SettingChanged change) {
    if (UplinkSettings.NAMES.contains(change.setting())
        && engine instanceof Engine.Running running) {
      running.engine().limit(Engines.limits(uplink.now()));
    }
  }

  /** Before the beans that it reports to are destroyed. */
  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    stop();
  }

  @PreDestroy
  synchronized void stop() {
    stopped = true;
    if (engine instanceof Engine.Running running) {
      running.engine().close();
    }
    engine = new Engine.Absent(new NodeState.Failed("The media engine is stopped."));
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
    if (engine instanceof Engine.Running running) {
      running.engine().assign(session.session(), session.token(), Engines.reception(wanted));
    }
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
    return engine instanceof Engine.Running running && running.engine().end(session, token);
  }

  @Override
  public Optional<NodeIce> ice(StreamId stream, String session, String token) {
    return engine instanceof Engine.Running running
        ? running.engine().ice(session, token).map(Engines::ice)
        : Optional.empty();
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
    return engine instanceof Engine.Running running && running.engine().kick(clientId);
  }

  @Override
  public void hold(StreamId stream, boolean sound, boolean picture) {
    if (sound || picture) {
      held.put(stream, new Held(sound, picture));
    } else {
      held.remove(stream);
    }
    if (engine instanceof Engine.Running running) {
      hold(running.engine(), stream);
    }
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
    return engine instanceof Engine.Running running
        ? running.engine().streams().stream().map(Engines::stream).toList()
        : List.of();
  }

  @Override
  public List<NodeClient> clients() {
    return engine instanceof Engine.Running running
        ? running.engine().clients().stream().map(Engines::client).toList()
        : List.of();
  }

  @Override
  public NodeState state() {
    return engine instanceof Engine.Absent absent
        ? absent.why()
        : new NodeState.Ready("UDP port " + running().port(), 0, "this JVM");
  }

  /** What the engine's port has done so far; empty while there is no engine. */
  Optional<EngineStatus> status() {
    return engine instanceof Engine.Running running
        ? Optional.of(running.engine().status())
        : Optional.empty();
  }

  /** What each of its loops does; none while there is no engine. */
  List<LoopStatus> loops() {
    return engine instanceof Engine.Running running ? running.engine().loops() : List.of();
  }

  /** What has become of TCP connections; empty while there is no engine. */
  Optional<TcpStatus> tcp() {
    return engine instanceof Engine.Running running
        ? Optional.of(running.engine().tcp())
        : Optional.empty();
  }

  private MediaEngine running() {
    if (engine instanceof Engine.Running running) {
      return running.engine();
    }
    throw new MediaRefusal(MediaRefusal.Reason.UNAVAILABLE, "unavailable.media");
  }
}
