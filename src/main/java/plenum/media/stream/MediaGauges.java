package plenum.media.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeStream;

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
        metadata("plenum_media_sessions", "Publishers and players", MetricUnits.NONE),
        node,
        MediaGauges::sessions);
    registry.gauge(
        metadata("plenum_media_publishers", "Streams that somebody publishes", MetricUnits.NONE),
        node,
        MediaGauges::publishers);
  }

  private static Metadata metadata(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }

  private static int sessions(MediaNode node) {
    return node.clients().size();
  }

  private static long publishers(MediaNode node) {
    return node.streams().stream().filter(NodeStream::published).count();
  }
}
