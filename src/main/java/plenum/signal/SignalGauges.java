package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.MessageCounts;

/**
 * What {@code /metrics} says about signalling.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class SignalGauges {

  @Inject MetricRegistry registry;
  @Inject Connections connections;
  @Inject MessageCounts counts;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    gauge("plenum_signal_connections", "Pages that are connected", () -> connections.all().size());
    gauge("plenum_signal_received", "Messages that came since the start", counts::received);
    gauge("plenum_signal_sent", "Messages that were sent since the start", counts::sent);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, value);
  }
}
