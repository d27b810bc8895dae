package plenum.media.srs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.media.OnAir;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeReports;
import plenum.media.srs.SrsLists.SrsStream;
import plenum.time.Stopwatch;

/**
 * What is published on one node: what its hooks told, put right by what it lists. Thread-safe.
 *
 * <p>A hook names no tracks. Those of an offer that came through Plenum's doors are known; about
 * others (a device's RTMP, an offer that a reverse proxy handed on) the node's lists are asked
 * until they know, or for long enough.
 */
final class Publications {

  /** When a picture or a sound alone is taken for all there is. */
  private static final Duration SETTLED = Duration.ofMillis(1500);

  /** When a stream that is not described at all is taken for one with both. */
  private static final Duration NEVER_DESCRIBED = Duration.ofSeconds(3);

  private record Publication(String clientId, Stopwatch since, Optional<OnAir> told) {}

  private final NodeReports reports;
  private final LongSupplier nanoTime;
  private final Map<StreamId, Publication> published = new HashMap<>();
  private final Map<StreamId, OnAir> offered = new HashMap<>();

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Publications(NodeReports reports, LongSupplier nanoTime) {
    this.reports = reports;
    this.nanoTime = nanoTime;
  }

  /**
   * The tracks of an offer to publish that is about to go to the node, or that came back with an
   * answer: a hook about it may come before and after either.
   */
  synchronized void offered(OnAir tracks) {
    offered.put(tracks.stream(), tracks);
    Publication known = published.get(tracks.stream());
    if (known != null && known.told().isEmpty()) {
      put(tracks.stream(), new Publication(known.clientId(), known.since(), Optional.of(tracks)));
    }
  }

  /** The node refused the offer. */
  synchronized void refused(StreamId stream) {
    if (!published.containsKey(stream)) {
      offered.remove(stream);
    }
  }

  /** A hook told. */
  synchronized void published(StreamId stream, String clientId) {
    Publication before = published.get(stream);
    if (before == null || !before.clientId().equals(clientId)) {
      Stopwatch since = Stopwatch.start(nanoTime);
      put(stream, new Publication(clientId, since, Optional.ofNullable(offered.get(stream))));
    }
  }

  /** A hook told; one of another client than the last publisher's is late, and means nothing. */
  synchronized void unpublished(StreamId stream, String clientId) {
    Publication now = published.get(stream);
    if (now != null && now.clientId().equals(clientId)) {
      remove(stream);
    }
  }

  /** The node is gone, and every session with it. */
  synchronized void clear() {
    List.copyOf(published.keySet()).forEach(this::remove);
    offered.clear();
  }

  /** The tracks and codec of a stream that is on air here. */
  synchronized Optional<OnAir> onAir(StreamId stream) {
    return Optional.ofNullable(published.get(stream)).flatMap(Publication::told);
  }

  /** The publisher, also of a stream whose tracks are not known yet. */
  synchronized Optional<String> publisherOf(StreamId stream) {
    return Optional.ofNullable(published.get(stream)).map(Publication::clientId);
  }

  /** Whether the node should be asked about tracks soon. */
  synchronized boolean awaitsDescription() {
    return published.values().stream().anyMatch(publication -> publication.told().isEmpty());
  }

  /**
   * Puts right what hooks told, or did not tell.
   *
   * @param asked how long ago the lists were asked for; what hooks told since is not judged by them
   * @return the publishers that the node has
   */
  synchronized void reconcile(SrsLists lists, Stopwatch asked) {
    Map<StreamId, String> present = publishers(lists);
    for (StreamId stream : new ArrayList<>(published.keySet())) {
      Publication known = published.get(stream);
      boolean gone = !known.clientId().equals(present.get(stream));
      if (gone && known.since().passed().compareTo(asked.passed()) > 0) {
        remove(stream);
      }
    }
    present.forEach(
        (stream, clientId) -> {
          SrsStream listed = lists.streams().get(stream);
          if (listed != null && listed.active() && !published.containsKey(stream)) {
            published(stream, clientId);
          }
        });
    published.replaceAll((stream, known) -> described(stream, known, lists.streams().get(stream)));
  }

  private static Map<StreamId, String> publishers(SrsLists lists) {
    Map<StreamId, String> publishers = new HashMap<>();
    for (NodeClient client : lists.clients()) {
      if (client.action() == StreamAction.PUBLISH) {
        SrsStream stream = lists.streams().get(client.stream());
        boolean last = stream != null && stream.publisherId().equals(client.id());
        if (last || !publishers.containsKey(client.stream())) {
          publishers.put(client.stream(), client.id());
        }
      }
    }
    return publishers;
  }

  private Publication described(StreamId stream, Publication known, SrsStream listed) {
    if (offered.containsKey(stream)) {
      return known;
    }
    Optional<OnAir> tracks = tracks(stream, known, listed);
    if (tracks.isEmpty() || tracks.equals(known.told())) {
      return known;
    }
    reports.published(tracks.get(), known.clientId());
    return new Publication(known.clientId(), known.since(), tracks);
  }

  private static Optional<OnAir> tracks(StreamId stream, Publication known, SrsStream listed) {
    Duration age = known.since().passed();
    if (listed != null && listed.isDescribed()) {
      boolean both = listed.audio() && !listed.codec().isEmpty();
      return both || age.compareTo(SETTLED) > 0
          ? Optional.of(
              new OnAir(stream, listed.audio(), !listed.codec().isEmpty(), codec(listed.codec())))
          : Optional.empty();
    }
    return age.compareTo(NEVER_DESCRIBED) > 0 && known.told().isEmpty()
        ? Optional.of(new OnAir(stream, true, true, SrsNode.H264))
        : known.told();
  }

  /** SRS's name in RTP's words. */
  private static String codec(String name) {
    return name.equals("HEVC") ? "H265" : name;
  }

  private void put(StreamId stream, Publication publication) {
    published.put(stream, publication);
    publication.told().ifPresent(onAir -> reports.published(onAir, publication.clientId()));
  }

  private void remove(StreamId stream) {
    offered.remove(stream);
    reports.unpublished(stream, published.remove(stream).clientId());
  }
}
