package plenum.media.srs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import plenum.media.StreamId;
import plenum.media.node.AirBoard;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeSource;
import plenum.media.node.Nodes;
import plenum.media.node.Placement;
import plenum.settings.MediaSettings;
import plenum.settings.SrsSettings;

/**
 * The SRS nodes of {@code plenum.media.nodes}, and the threads that look after them.
 *
 * <p>Proxied, since it begins and ends with the application, and has threads of the container.
 */
@ApplicationScoped
public class SrsFleet implements NodeSource {

  /** How soon, at most, what was closed is ended on its node, in milliseconds. */
  private static final long TURN = 250;

  private MediaSettings settings;
  private Placement placement;
  private List<SrsNode> nodes = List.of();
  private final List<Future<?>> rounds = new ArrayList<>();

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService threads;

  /** For the container's proxy. */
  protected SrsFleet() {}

  @Inject
  SrsFleet(MediaSettings settings, Placement placement, AirBoard board) {
    this.settings = settings;
    this.placement = placement;
    SrsSettings srs = settings.srs();
    this.nodes = srs.nodes().stream().map(base -> node(base, srs, board)).toList();
  }

  private static SrsNode node(URI base, SrsSettings srs, AirBoard board) {
    return new SrsNode(new SrsApi(base, srs), srs, board, Clock.systemUTC(), System::nanoTime);
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Nodes site) {
    SrsSettings srs = settings.srs();
    long pause = Math.min(srs.checkInterval().toMillis(), TURN);
    for (SrsNode node : nodes) {
      Rounds round =
          new Rounds(
              node,
              stream -> belongs(stream, node),
              site::review,
              srs.checkInterval(),
              srs.reconcileInterval(),
              Clock.systemUTC(),
              System::nanoTime);
      rounds.add(threads.scheduleWithFixedDelay(round::turn, 0, pause, TimeUnit.MILLISECONDS));
    }
  }

  @PreDestroy
  void stop() {
    rounds.forEach(round -> round.cancel(true));
  }

  /** A stream without sessions so far may begin anywhere. */
  private boolean belongs(StreamId stream, SrsNode node) {
    return settings.open() || placement.nodeOf(stream).filter(lives -> lives == node).isPresent();
  }

  @Override
  public List<MediaNode> nodes() {
    return List.copyOf(nodes);
  }

  /** The node whose hooks say this. */
  Optional<SrsNode> byServer(String serverId) {
    return nodes.stream().filter(node -> node.health().server().equals(serverId)).findFirst();
  }

  List<SrsNode> all() {
    return nodes;
  }
}
