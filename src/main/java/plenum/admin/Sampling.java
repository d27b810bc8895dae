package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import plenum.database.traffic.KeptTraffic;
import plenum.database.traffic.TrafficBook;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeStream;
import plenum.records.RecordsRefused;
import plenum.time.Timers;

/** Takes a sample of the site, and of each media node, every ten seconds. */
@ApplicationScoped
public class Sampling {

  private static final Duration EVERY = Duration.ofSeconds(10);

  /** What the site is called beside its nodes. */
  private static final String SITE = "";

  /** Of one node, or the site. */
  private static final class Series {
    private final SampleHistory history = new SampleHistory();
    private final Traffic traffic = new Traffic();
  }

  private final Map<String, Series> series = new ConcurrentHashMap<>();
  private final Instant began = Instant.now();
  private boolean restored;
  private Site site;
  private Timers timers;
  private TrafficBook book;

  /** For the container's proxy only. */
  protected Sampling() {}

  @Inject
  Sampling(Site site, Timers timers, TrafficBook book) {
    this.site = site;
    this.timers = timers;
    this.book = book;
  }

  /** Of the site. */
  SampleHistory history() {
    return history(SITE);
  }

  /** Of a media node. */
  SampleHistory history(String node) {
    return of(node).history;
  }

  /** Of the site's last hour, every ten seconds. */
  public List<Sample> hour() {
    return history().hour();
  }

  /** Of its last day, averages of five minutes. */
  public List<Sample> day() {
    return history().day();
  }

  /** Of a media node's last hour. */
  public List<Sample> hour(String node) {
    return history(node).hour();
  }

  /** Of its last day. */
  public List<Sample> day(String node) {
    return history(node).day();
  }

  /** What came from all publishers when it was measured last, in kbit/s. */
  public double receivedKbps() {
    return now().map(Sample::receivedKbps).orElse(0.0);
  }

  /** What went to all players then. */
  public double sentKbps() {
    return now().map(Sample::sentKbps).orElse(0.0);
  }

  private Optional<Sample> now() {
    List<Sample> hour = history().hour();
    return hour.isEmpty() ? Optional.empty() : Optional.of(hour.get(hour.size() - 1));
  }

  private Series of(String node) {
    return series.computeIfAbsent(node, name -> new Series());
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    later();
  }

  private void later() {
    timers.after(EVERY, this::takeAndGoOn);
  }

  private void takeAndGoOn() {
    try {
      restore();
      take();
    } finally {
      later();
    }
  }

  /** What was before the start; later, when the database is away. */
  private void restore() {
    if (restored) {
      return;
    }
    try {
      book.since(began.minus(1, ChronoUnit.DAYS)).stream()
          .filter(kept -> kept.at().isBefore(began))
          .collect(Collectors.groupingBy(KeptTraffic::node))
          .forEach((node, kept) -> history(node).restore(kept.stream().map(Sample::of).toList()));
      restored = true;
    } catch (RecordsRefused away) {
      // Tried again with the next sample.
    }
  }

  private void take() {
    List<NodeClient> all = new ArrayList<>();
    long published = 0;
    for (MediaNode node : site.nodes().nodes()) {
      List<NodeClient> sessions = node.clients();
      long streams = node.streams().stream().filter(NodeStream::published).count();
      all.addAll(sessions);
      published += streams;
      add(node.name(), sessions.size(), streams, sessions);
    }
    add(SITE, site.people(), published, all);
  }

  private void add(String name, int people, long streams, List<NodeClient> sessions) {
    Series one = of(name);
    Traffic.Rate rate = one.traffic.since(sessions, System.nanoTime());
    one.history
        .add(new Sample(Instant.now(), people, streams, rate.received(), rate.sent()))
        .ifPresent(average -> book.add(average.kept(name)));
  }
}
