package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.engine.EngineStatus;
import plenum.metric.Described;

/**
 * What {@code /metrics} says about the embedded engine's port; all 0 while there is no engine.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class EngineGauges {

  private record Counter(String description, ToLongFunction<EngineStatus> value) {}

  private static final Map<String, Counter> COUNTERS =
      Map.of(
          "received", new Counter("Datagrams received", EngineStatus::received),
          "sent", new Counter("Datagrams sent", EngineStatus::sent),
          "unsent", new Counter("Datagrams due to a peer and not sent", EngineStatus::unsent),
          "strange", new Counter("Datagrams that belong to no session", EngineStatus::strange),
          "rejected", new Counter("SRTP packets forged or repeated", EngineStatus::rejected),
          "over_limit", new Counter("Packets above a session's limit", EngineStatus::overLimit),
          "trackless", new Counter("Packets of no agreed track", EngineStatus::trackless),
          "unread", new Counter("Packets for a loop that had too many", EngineStatus::unread));

  private MetricRegistry registry;
  private EmbeddedNode node;

  /** For the container's proxy. */
  protected EngineGauges() {}

  @Inject
  EngineGauges(MetricRegistry registry, EmbeddedNode node) {
    this.registry = registry;
    this.node = node;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    COUNTERS.forEach(this::register);
  }

  private void register(String name, Counter counter) {
    registry.gauge(
        Described.plain(
            "plenum_media_datagrams_" + name, counter.description() + " since the start"),
        node,
        engine -> engine.status().map(counter.value()::applyAsLong).orElse(0L));
  }
}
