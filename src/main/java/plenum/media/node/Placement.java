package plenum.media.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plenum.media.Place;
import plenum.media.PlaceMedia;
import plenum.media.StreamId;

/**
 * Which place lives on which node. A place is known as long as it has an open stream; it gets a
 * node with its first session, the least loaded one that serves, and keeps it until that node
 * fails, starts anew, or is taken out for maintenance. Thread-safe; nothing in it waits.
 */
public final class Placement {

  private static final double SAME_LOAD = 0.05;

  /** A place on a node, as the node was when the place came there. */
  private record Berth(MediaNode node, String incarnation, long number) {}

  private static final class Harbour {
    private final Set<StreamId> streams = new HashSet<>();
    private Optional<Berth> berth = Optional.empty();
    private PlaceMedia told = new PlaceMedia(true, 0);
  }

  private final Predicate<MediaNode> out;
  private final Map<Place, Harbour> places = new HashMap<>();
  private final Map<StreamId, Place> byStream = new HashMap<>();
  private long lastNumber;
  private boolean changed;

  /**
   * @param out whether a node is out for maintenance: it may serve, and gets nothing all the same
   */
  public Placement(Predicate<MediaNode> out) {
    this.out = out;
  }

  /** A stream of the place was opened. */
  public synchronized void add(StreamId stream, Place place) {
    byStream.put(stream, place);
    places.computeIfAbsent(place, key -> new Harbour()).streams.add(stream);
  }

  /** A stream was closed. */
  public synchronized void remove(StreamId stream) {
    Place place = byStream.remove(stream);
    Harbour harbour = places.get(place);
    if (harbour != null) {
      harbour.streams.remove(stream);
      if (harbour.streams.isEmpty()) {
        places.remove(place);
      }
    }
  }

  /** Where the stream is, if it is open. */
  synchronized Optional<Place> placeOf(StreamId stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /** The node that has the stream's sessions, if there were any. */
  public synchronized Optional<MediaNode> nodeOf(StreamId stream) {
    return Optional.ofNullable(byStream.get(stream))
        .flatMap(place -> places.get(place).berth)
        .map(Berth::node);
  }

  /**
   * The node for a new session of the stream.
   *
   * @param nodes all there are
   * @return empty when none of them serves
   */
  synchronized Optional<MediaNode> nodeFor(StreamId stream, List<MediaNode> nodes) {
    Harbour harbour = Optional.ofNullable(byStream.get(stream)).map(places::get).orElse(null);
    if (harbour == null) { // With open doors: any stream there may be, each a place of its own.
      return serving(nodes).stream().findFirst().map(Serving::node);
    }
    if (harbour.berth.isEmpty() || !holds(harbour.berth.get())) {
      Optional<Berth> chosen = choose(nodes);
      if (chosen.isEmpty()) {
        return Optional.empty();
      }
      harbour.berth = chosen;
      changed = true;
    }
    return harbour.berth.map(Berth::node);
  }

  /**
   * A session of the stream began on a node that was not asked by {@link #nodeFor}: a reverse
   * proxy, or a device, chose it.
   *
   * @return false when the stream lives elsewhere, or is not open
   */
  public synchronized boolean claim(StreamId stream, MediaNode node) {
    Harbour harbour = Optional.ofNullable(byStream.get(stream)).map(places::get).orElse(null);
    if (harbour == null) {
      return false;
    }
    boolean settled = harbour.berth.filter(this::holds).isPresent();
    if (!settled && !out.test(node) && node.state() instanceof NodeState.Ready ready) {
      harbour.berth = Optional.of(new Berth(node, ready.incarnation(), ++lastNumber));
      changed = true;
    }
    return harbour.berth.filter(berth -> berth.node() == node).isPresent();
  }

  /** Whether the node is out for maintenance. */
  public boolean isOut(MediaNode node) {
    return out.test(node);
  }

  /** Whether the stream is open; with open doors others may be on air as well. */
  public synchronized boolean isKnown(StreamId stream) {
    return byStream.containsKey(stream);
  }

  /** How the place is served now. */
  synchronized PlaceMedia media(Place place, List<MediaNode> nodes) {
    Harbour harbour = places.get(place);
    return harbour == null
        ? new PlaceMedia(!serving(nodes).isEmpty(), 0)
        : media(harbour, !serving(nodes).isEmpty());
  }

  /** Moves the places away from nodes that serve them no longer, if there is another. */
  synchronized void review(List<MediaNode> nodes) {
    if (!serving(nodes).isEmpty()) {
      places.values().stream()
          .filter(harbour -> harbour.berth.filter(berth -> !holds(berth)).isPresent())
          .forEach(harbour -> harbour.berth = choose(nodes));
    }
    changed = true;
  }

  /**
   * The places that are served in another way than at the last call. Looks at every place, but only
   * after something changed.
   */
  synchronized List<Place> news(List<MediaNode> nodes) {
    List<Place> news = new ArrayList<>();
    if (changed) {
      changed = false;
      boolean any = !serving(nodes).isEmpty();
      places.forEach(
          (place, harbour) -> {
            PlaceMedia now = media(harbour, any);
            if (!now.equals(harbour.told)) {
              harbour.told = now;
              news.add(place);
            }
          });
    }
    return news;
  }

  private PlaceMedia media(Harbour harbour, boolean any) {
    return harbour
        .berth
        .map(berth -> new PlaceMedia(holds(berth), berth.number()))
        .orElse(new PlaceMedia(any, 0));
  }

  private boolean holds(Berth berth) {
    return !out.test(berth.node())
        && berth.node().state() instanceof NodeState.Ready ready
        && ready.incarnation().equals(berth.incarnation());
  }

  private record Serving(MediaNode node, NodeState.Ready state, long places) {
    /** Small differences of load are noise: then the number of places decides. */
    double load() {
      return Math.floor(state.load() / SAME_LOAD);
    }
  }

  private Optional<Berth> choose(List<MediaNode> nodes) {
    return serving(nodes).stream()
        .min(Comparator.comparingDouble(Serving::load).thenComparingLong(Serving::places))
        .map(best -> new Berth(best.node(), best.state().incarnation(), ++lastNumber));
  }

  private List<Serving> serving(List<MediaNode> nodes) {
    List<Serving> serving = new ArrayList<>();
    for (MediaNode node : nodes) {
      if (!out.test(node) && node.state() instanceof NodeState.Ready ready) {
        serving.add(new Serving(node, ready, placesOn(node)));
      }
    }
    return serving;
  }

  private long placesOn(MediaNode node) {
    return places.values().stream()
        .filter(harbour -> harbour.berth.filter(berth -> berth.node() == node).isPresent())
        .count();
  }
}
