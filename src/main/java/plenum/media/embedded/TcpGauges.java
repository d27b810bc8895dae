package plenum.media.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.engine.TcpStatus;
import plenum.metric.Described;

/**
 * What {@code /metrics} says about the embedded engine's TCP connections; all 0 while there is no
 * engine.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class TcpGauges {

  private record Count(String description, ToLongFunction<TcpStatus> value) {}

  private static final Map<String, Count> COUNTS =
      Map.of(
          "open", new Count("Media connections now", TcpStatus::open),
          "accepted", new Count("Media connections since the start", TcpStatus::accepted),
          "refused", new Count("Media connections above a limit", TcpStatus::refused),
          "unproved", new Count("Media connections of no session", TcpStatus::unproved),
          "slow", new Count("Media connections of slow readers", TcpStatus::slow));

  private MetricRegistry registry;
  private EmbeddedNode node;

  /** For the container's proxy. */
  protected TcpGauges() {}

  @Inject
  TcpGauges(MetricRegistry registry, EmbeddedNode node) {
    this.registry = registry;
    this.node = node;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    COUNTS.forEach(this::register);
  }

  private void register(String name, Count count) {
    registry.gauge(
        Described.plain("plenum_media_tcp_" + name, count.description()),
        node,
        engine -> engine.tcp().map(count.value()::applyAsLong).orElse(0L));
  }
}
