package plenum.media.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.identity.Secrets;
import plenum.settings.MediaSettings;

/** Wires the tickets to the application. */
@ApplicationScoped
class TicketsProducer {

  @Produces
  @Singleton
  Tickets tickets(MediaSettings settings, Secrets secrets) {
    return Tickets.of(settings, new ConfiguredTicketKeys(settings, secrets));
  }
}
