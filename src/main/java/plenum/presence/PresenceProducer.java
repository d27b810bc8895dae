package plenum.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import plenum.settings.PresenceSettings;
import plenum.time.Timers;

/** Wires presence to the application. */
@ApplicationScoped
class PresenceProducer {

  @Produces
  @ApplicationScoped
  Presence presence(PresenceSettings settings, Timers timers, Event<PresenceEvent> events) {
    return new InMemoryPresence(settings, timers, events::fire);
  }
}
