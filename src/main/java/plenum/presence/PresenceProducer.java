package plenum.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import plenum.account.AccountOffice;
import plenum.settings.Current;
import plenum.settings.PresenceSettings;
import plenum.store.DataDirectory;
import plenum.time.Timers;

/** Wires presence to the application. */
@ApplicationScoped
class PresenceProducer {

  private InMemoryPresence presence;

  /** For the container's proxy only. */
  protected PresenceProducer() {}

  @Inject
  PresenceProducer(
      Current<PresenceSettings> settings,
      Timers timers,
      DataDirectory data,
      NameStore store,
      AccountOffice office,
      Event<PresenceEvent> events) {
    KeptNames names =
        new KeptNames(() -> KeptNames.Limits.of(settings.now()), Clock.systemUTC(), store);
    presence = new InMemoryPresence(settings, timers, names, office::nameHolder, events::fire);
    data.beforeRelease(this::stop);
  }

  @Produces
  @ApplicationScoped
  Presence presence() {
    return presence;
  }

  @PreDestroy
  void stop() {
    presence.keepNames();
  }
}
