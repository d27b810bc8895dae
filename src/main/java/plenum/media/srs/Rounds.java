package plenum.media.srs;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeState;
import plenum.time.Stopwatch;

/**
 * Looks after one node: its health and its lists now and then, and what is to be ended at every
 * turn, as often as a node whose lists are long can bear. One turn at a time; a turn may take
 * seconds when the node is silent.
 */
final class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  /** What hooks and doors know of so young a session may not have arrived yet. */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  /** How many times as long as a node took for its lists it has rest from being asked for them. */
  private static final int REST = 4;

  private final SrsNode node;
  private final Predicate<StreamId> belongsHere;
  private final Runnable changed;
  private final Duration checkInterval;
  private final Duration reconcileInterval;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private Optional<Stopwatch> looked = Optional.empty();
  private Optional<Stopwatch> reconciled = Optional.empty();
  private Optional<Stopwatch> asked = Optional.empty();
  private Duration rest = Duration.ZERO;
  private NodeState last = new NodeState.Starting();

  /**
   * @param belongsHere whether a stream is open and lives on this node
   * @param changed to be run when the node began or failed
   * @param checkInterval between two looks at the node's health
   * @param reconcileInterval between two looks at its lists
   * @param clock by which the node's lists were dated
   * @param nanoTime as {@link System#nanoTime}
   */
  Rounds(
      SrsNode node,
      Predicate<StreamId> belongsHere,
      Runnable changed,
      Duration checkInterval,
      Duration reconcileInterval,
      Clock clock,
      LongSupplier nanoTime) {
    this.node = node;
    this.belongsHere = belongsHere;
    this.changed = changed;
    this.checkInterval = checkInterval;
    this.reconcileInterval = reconcileInterval;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** One turn; never throws. */
  void turn() {
    try {
      if (hasPassed(looked, checkInterval)) {
        look();
      } else if (!node.ending().isEmpty()
          && hasPassed(asked, rest)
          && node.state() instanceof NodeState.Ready) {
        reconcile();
      }
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "Looking after " + node.name() + " failed", defect);
    }
  }

  private void look() {
    looked = Optional.of(Stopwatch.start(nanoTime));
    SrsHealth.Change change = node.health().ask(node.api());
    tell();
    if (change != SrsHealth.Change.NONE) {
      node.forget();
      reconciled = Optional.empty();
      changed.run();
    }
    if (node.state() instanceof NodeState.Ready && isDue()) {
      reconcile();
    }
  }

  private void tell() {
    NodeState now = node.state();
    if (now instanceof NodeState.Failed failed && !now.equals(last)) {
      LOG.log(Level.ERROR, failed.reason());
    } else if (now instanceof NodeState.Ready ready && !(last instanceof NodeState.Ready)) {
      LOG.log(Level.INFO, "Media flows through {0}", ready.detail());
    }
    last = now;
  }

  private boolean isDue() {
    return !node.ending().isEmpty()
        || node.publications().awaitsDescription()
        || hasPassed(reconciled, reconcileInterval);
  }

  private static boolean hasPassed(Optional<Stopwatch> since, Duration interval) {
    return since.filter(watch -> watch.passed().compareTo(interval) < 0).isEmpty();
  }

  private void reconcile() {
    Stopwatch since = Stopwatch.start(nanoTime);
    Instant now = clock.instant();
    Set<StreamId> ending = Set.copyOf(node.ending());
    try {
      SrsLists lists = node.reconcile();
      reconciled = Optional.of(since);
      lists.clients().stream()
          .filter(client -> ending.contains(client.stream()) || isStray(client, now))
          .forEach(client -> sendAway(client));
      node.ending().removeAll(ending); // A session that slipped through is a stray soon.
    } catch (SrsFailure failure) {
      LOG.log(Level.DEBUG, "{0} lists nothing now: {1}", node.name(), failure.getMessage());
    } finally {
      rest = since.passed().multipliedBy(REST);
      asked = Optional.of(Stopwatch.start(nanoTime));
    }
  }

  /** What else a site uses SRS for is none of Plenum's business. */
  private boolean isStray(NodeClient client, Instant now) {
    return PlaceKind.ofApp(client.stream().app()).isPresent()
        && client.since().plus(YOUNG).isBefore(now)
        && !belongsHere.test(client.stream());
  }

  private void sendAway(NodeClient client) {
    LOG.log(
        Level.INFO,
        "Ending a session on {0} whose stream is closed or lives elsewhere",
        node.name());
    node.kick(client.id());
  }
}
