package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import plenum.database.WriteQueue;
import plenum.metric.Described;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.MessageCounts;

/**
 * What {@code /metrics} says about people, rooms, signalling and records.
 *
 * <p>Proxied, since it waits for the start of the application.
 */
@ApplicationScoped
public class SiteGauges {

  @Inject MetricRegistry registry;
  @Inject Site site;
  @Inject Connections connections;
  @Inject MessageCounts counts;
  @Inject WriteQueue queue;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    gauge("plenum_people", "People who are online", site::people);
    gauge("plenum_rooms", "Rooms, also empty ones", site::allRooms);
    gauge("plenum_rooms_occupied", "Rooms with somebody inside", site::rooms);
    gauge("plenum_calls", "Calls that ring or are answered", site::calls);
    gauge("plenum_signal_connections", "Pages that are connected", () -> connections.all().size());
    gauge("plenum_signal_received", "Messages that came since the start", counts::received);
    gauge("plenum_signal_sent", "Messages that were sent since the start", counts::sent);
    gauge("plenum_store_waiting", "Records that wait to be written", queue::size);
    gauge("plenum_store_lost", "Records that were lost since the start", queue::lost);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    registry.gauge(Described.plain(name, description), value);
  }
}
