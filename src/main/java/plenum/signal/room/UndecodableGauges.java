package plenum.signal.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import plenum.metric.Described;
import plenum.settings.MediaSettings;

/**
 * What {@code /metrics} says about pictures that arrived at a page which could not decode them.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
class UndecodableGauges {

  private static final String OTHER = "other";

  private final Map<String, AtomicLong> byCodec = new LinkedHashMap<>();
  private MetricRegistry registry;

  /** For the container's proxy. */
  protected UndecodableGauges() {}

  @Inject
  UndecodableGauges(MetricRegistry registry, MediaSettings media) {
    this.registry = registry;
    media.codecs().forEach(codec -> byCodec.put(codec, new AtomicLong()));
    byCodec.put(OTHER, new AtomicLong());
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    Metadata described =
        Described.plain(
            "plenum_room_undecodable",
            "Streams that arrived at a page which could not decode their picture");
    byCodec.forEach(
        (codec, count) ->
            registry.gauge(described, count, AtomicLong::get, new Tag("codec", codec)));
  }

  /** A page told of one. */
  void count(String codec) {
    byCodec.getOrDefault(codec, byCodec.get(OTHER)).incrementAndGet();
  }
}
