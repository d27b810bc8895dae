package plenum.media.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import plenum.identity.Secrets;
import plenum.settings.MediaSettings;

/** Wires the tickets to the application. */
@ApplicationScoped
class TicketsProducer {

  @Produces
  @Singleton
  Relays relays(MediaSettings settings) {
    return new Relays(settings.turn(), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Tickets tickets(MediaSettings settings, Secrets secrets) {
    return Tickets.of(settings, new ConfiguredTicketKeys(settings, secrets));
  }
}
