package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import plenum.database.WriteQueue;

/**
 * What {@code /metrics} says about people, rooms and records.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class SiteGauges {

  @Inject MetricRegistry registry;
  @Inject Site site;
  @Inject WriteQueue queue;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    gauge("plenum_people", "People who are online", site::people);
    gauge("plenum_rooms", "Rooms, also empty ones", site::allRooms);
    gauge("plenum_rooms_occupied", "Rooms with somebody inside", site::rooms);
    gauge("plenum_calls", "Calls that ring or are answered", site::calls);
    gauge("plenum_store_waiting", "Records that wait to be written", queue::size);
    gauge("plenum_store_lost", "Records that were lost since the start", queue::lost);
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
