package plenum.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import plenum.account.AccountOffice;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.settings.PresenceSettings;
import plenum.store.DataDirectory;
import plenum.store.ListFile;
import plenum.store.Saving;
import plenum.store.Storage;
import plenum.time.Timers;

/** Wires presence to the application. */
@ApplicationScoped
class PresenceProducer {

  /** Many come at once in the morning, and the file may be long. */
  private static final Duration DELAY = Duration.ofSeconds(2);

  private InMemoryPresence presence;
  private Saving saving;

  /** For the container's proxy only. */
  protected PresenceProducer() {}

  @Inject
  PresenceProducer(
      PresenceSettings settings,
      Timers timers,
      DataDirectory data,
      Storage storage,
      AccountOffice office,
      Event<PresenceEvent> events) {
    KeptNames names =
        new KeptNames(
            settings.nameDays(), settings.names(), settings.namesPerAddress(), Clock.systemUTC());
    presence = new InMemoryPresence(settings, timers, names, office::nameHolder, events::fire);
    var file = new ListFile<>(data.file("names.json"), "names", KeptName.FORMAT);
    saving =
        new Saving(
            file.file(), () -> file.text(presence.names()), timers, storage, success -> {}, DELAY);
    data.beforeRelease(this::stop);
    names.addAll(file.read().entries());
    names.whenChanged(saving::changed);
    // When Payara stops, it loads no more of the application's classes.
    file.text(List.of(new KeptName(PersonId.fresh(), DisplayName.of("Nobody"), LocalDate.EPOCH)));
  }

  @Produces
  @ApplicationScoped
  Presence presence() {
    return presence;
  }

  @PreDestroy
  void stop() {
    presence.keepNames();
    saving.stop();
  }
}
