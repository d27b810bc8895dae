package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.media.node.NodeClient;
import plenum.time.Timers;

/** Takes a sample of the site every ten seconds, for the overview. */
@ApplicationScoped
public class Sampling {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final SampleHistory history = new SampleHistory();
  private final Traffic traffic = new Traffic();
  private Site site;
  private Timers timers;

  /** For the container's proxy only. */
  protected Sampling() {}

  @Inject
  Sampling(Site site, Timers timers) {
    this.site = site;
    this.timers = timers;
  }

  SampleHistory history() {
    return history;
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
    List<Sample> hour = history.hour();
    return hour.isEmpty() ? Optional.empty() : Optional.of(hour.get(hour.size() - 1));
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    later();
  }

  private void later() {
    timers.after(EVERY, this::takeAndGoOn);
  }

  private void takeAndGoOn() {
    try {
      take();
    } finally {
      later();
    }
  }

  private void take() {
    List<NodeClient> sessions = site.sessions();
    Traffic.Rate rate = traffic.since(sessions, System.nanoTime());
    history.add(
        new Sample(Instant.now(), site.people(), site.streams(), rate.received(), rate.sent()));
  }
}
