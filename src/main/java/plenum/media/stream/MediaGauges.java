package plenum.media.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeStream;
import plenum.metric.Described;

/**
 * What {@code /metrics} says about media.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class MediaGauges {

  private MetricRegistry registry;
  private MediaNode node;

  /** For the container's proxy. */
  protected MediaGauges() {}

  @Inject
  MediaGauges(MetricRegistry registry, MediaNode node) {
    this.registry = registry;
    this.node = node;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    registry.gauge(
        Described.plain("plenum_media_sessions", "Publishers and players"),
        node,
        MediaGauges::sessions);
    registry.gauge(
        Described.plain("plenum_media_publishers", "Streams that somebody publishes"),
        node,
        MediaGauges::publishers);
  }

  private static int sessions(MediaNode node) {
    return node.clients().size();
  }

  private static long publishers(MediaNode node) {
    return node.streams().stream().filter(NodeStream::published).count();
  }
}
